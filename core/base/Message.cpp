// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"

#include <array>
#include <cstddef>
#include <utility>

// Known to lupdate by this name; core itself has no Qt.
#define QT_TRANSLATE_NOOP(context, text) text

namespace ricercar {
namespace {

struct Entry {
    MessageId id;
    std::string_view key;
    const char* text;
};

constexpr std::size_t messageCount = static_cast<std::size_t>(MessageId::Count);

// In the order of the enumeration (a static_assert below checks it).
constexpr std::array<Entry, messageCount> entries{{
    {MessageId::FileNotFound, "file-not-found", QT_TRANSLATE_NOOP("Message", "There is no file %1.")},
    {MessageId::FileUnreadable, "file-unreadable", QT_TRANSLATE_NOOP("Message", "%1 cannot be read: %2.")},
    {MessageId::FileUnwritable, "file-unwritable",
     QT_TRANSLATE_NOOP("Message", "%1 cannot be written: %2. Choose another place or free some space.")},
    {MessageId::FileTooLarge, "file-too-large", QT_TRANSLATE_NOOP("Message", "%1 is %2 MB long; files up to %3 MB are read.")},
    {MessageId::FolderGone, "folder-gone",
     QT_TRANSLATE_NOOP("Message", "The folder that the program was started in is gone. Change to one that exists.")},
    {MessageId::TemporaryFolderMissing, "temporary-folder-missing",
     QT_TRANSLATE_NOOP("Message", "There is no folder %1 for temporary files. Set TMPDIR to a folder that exists.")},
    {MessageId::NotACheckpoint, "not-a-checkpoint", QT_TRANSLATE_NOOP("Message", "%1 is not a Ricercar checkpoint.")},
    {MessageId::CheckpointDamaged, "checkpoint-damaged",
     QT_TRANSLATE_NOOP("Message", "The checkpoint %1 is damaged: %2. Use another checkpoint of the run.")},
    {MessageId::CheckpointNewer, "checkpoint-newer",
     QT_TRANSLATE_NOOP("Message",
                       "The checkpoint %1 was written by a newer Ricercar (file version %2). Update the program to use it.")},
    {MessageId::CheckpointShape, "checkpoint-shape",
     QT_TRANSLATE_NOOP("Message", "The checkpoint %1 does not fit the network it describes: %2. It cannot be used.")},
    {MessageId::CheckpointOtherSet, "checkpoint-other-set",
     QT_TRANSLATE_NOOP("Message",
                       "This run was trained on other pieces than the ones here now. Start a new run from its weights, or "
                       "bring the pieces back.")},
    {MessageId::CheckpointNoOptimizer, "checkpoint-no-optimizer",
     QT_TRANSLATE_NOOP("Message", "This checkpoint was made for generating only; training cannot go on from it.")},
    {MessageId::NothingToTrainOn, "nothing-to-train-on",
     QT_TRANSLATE_NOOP("Message", "There is no music to train on. Import MIDI files first, and see why pieces were rejected.")},
    {MessageId::Diverged, "diverged",
     QT_TRANSLATE_NOOP(
         "Message", "Training kept failing at step %1: the loss is not a number. Start again with a smaller learning rate.")},
    {MessageId::TorchModuleMissing, "torch-module-missing",
     QT_TRANSLATE_NOOP("Message",
                       "Training and evaluation need %1, which cannot be loaded: %2. Install Ricercar again, with libtorch.")},
    {MessageId::ConfigNotJson, "config-not-json",
     QT_TRANSLATE_NOOP("Message", "The configuration is no JSON: it goes wrong in line %1, at byte %2. Mend it there.")},
    {MessageId::RunNotFound, "run-not-found",
     QT_TRANSLATE_NOOP("Message",
                       "There is no run %1 with a checkpoint in this workspace. Choose another run, or start a new one.")},
    {MessageId::ModelNotFound, "model-not-found",
     QT_TRANSLATE_NOOP("Message", "No model named %1 ships with Ricercar. There are: %2.")},
    {MessageId::RunOwned, "run-owned",
     QT_TRANSLATE_NOOP("Message", "Run %1 is being trained already, by %2, since %3. Wait for its end, or stop it there.")},
    {MessageId::RunSetDamaged, "run-set-damaged",
     QT_TRANSLATE_NOOP("Message",
                       "The pieces that were kept with the run are damaged: %1. Start a new run from its weights instead.")},
    {MessageId::RunSetChanged, "run-set-changed",
     QT_TRANSLATE_NOOP("Message", "The dataset has changed since run %1 began. It goes on with the pieces of then.")},
    {MessageId::PrimerWithoutMusic, "primer-without-music",
     QT_TRANSLATE_NOOP("Message", "The primer %1 has no notes that the model could go on from. Choose another file.")},
    {MessageId::PrimerNotesOutside, "primer-notes-outside",
     QT_TRANSLATE_NOOP("Message",
                       "Notes of the primer outside the pitches that the model knows, %2 to %3, were left out (%1).")},
    {MessageId::RunNotesOutside, "run-notes-outside",
     QT_TRANSLATE_NOOP(
         "Message",
         "Notes outside the pitches of this run, %2 to %3, are not learnt from (%1). Choose a wider range, or the "
         "one of the music.")},
    {MessageId::ScoreNotesOutside, "score-notes-outside",
     QT_TRANSLATE_NOOP("Message",
                       "Notes outside the pitches that the model knows, %2 to %3, are not scored (%1), which flatters the "
                       "figure.")},
    {MessageId::FixedOutsideRange, "fixed-outside-range",
     QT_TRANSLATE_NOOP(
         "Message", "The fixed note at step %1, pitch %2 lies outside the pitches %3 to %4. Remove it, or widen the range.")},
    {MessageId::FixedOutsideScale, "fixed-outside-scale",
     QT_TRANSLATE_NOOP("Message",
                       "The fixed note at step %1, pitch %2 is not in the scale. Remove it, or add its pitch to the scale.")},
    {MessageId::FixedTooMany, "fixed-too-many",
     QT_TRANSLATE_NOOP("Message",
                       "At step %1, up to pitch %2, the fixed cells make %3 notes sound, but only %4 may sound at once. Remove "
                       "some, or allow more voices.")},
    {MessageId::FixedTooShort, "fixed-too-short",
     QT_TRANSLATE_NOOP("Message",
                       "The cells fixed at step %1, pitch %2 leave no room for a note of at least %3 steps. Lengthen the note, "
                       "or allow shorter ones.")},
    {MessageId::FixedTooLong, "fixed-too-long",
     QT_TRANSLATE_NOOP("Message",
                       "The note fixed at step %1, pitch %2 is longer than %3 steps. Shorten it, or allow longer ones.")},
    {MessageId::ConstraintsNoPitch, "constraints-no-pitch",
     QT_TRANSLATE_NOOP(
         "Message",
         "The range and the scale leave none of the model's pitches. Widen the range, or add pitches to the scale.")},
    {MessageId::PrimerSilent, "primer-silent",
     QT_TRANSLATE_NOOP("Message", "The primer is silent, so it tells the model only how long nothing has sounded.")},
    {MessageId::PrimerCut, "primer-cut", QT_TRANSLATE_NOOP("Message", "The last bars of the primer were kept (%1 of %2).")},
    {MessageId::PrimerNoKey, "primer-no-key",
     QT_TRANSLATE_NOOP("Message", "No key was found in the primer, so all pitches are allowed.")},
    {MessageId::PrimerRepeats, "primer-repeats",
     QT_TRANSLATE_NOOP(
         "Message", "The model does not tell repeated notes from held ones; for it, such notes of the primer are one (%1).")},
    {MessageId::ModelUntrained, "model-untrained",
     QT_TRANSLATE_NOOP("Message", "The model %1 has not been trained (0 batches), so its music is noise. Train it first.")},
    {MessageId::ModelLearntNothing, "model-learnt-nothing",
     QT_TRANSLATE_NOOP(
         "Message",
         "The model %1 has learnt next to nothing in %2 batches: it needs %3 nats a step, tossing coins %4. Train it "
         "longer.")},
    {MessageId::ModelFewBatches, "model-few-batches",
     QT_TRANSLATE_NOOP("Message",
                       "The model %1 has been trained for only %2 batches, so its music may be noise. Train it longer.")},
    {MessageId::RequestOtherModel, "request-other-model",
     QT_TRANSLATE_NOOP("Message",
                       "The request was made for another model (%1 instead of %2), so the notes will be other ones.")},
    {MessageId::RequestNotJson, "request-not-json",
     QT_TRANSLATE_NOOP("Message", "The request is no JSON: it goes wrong in line %1, at byte %2. Mend it there.")},
    {MessageId::RequestNoModel, "request-no-model",
     QT_TRANSLATE_NOOP("Message", "The request names no model that is here. Choose one.")},
    {MessageId::RequestNotAPiece, "request-not-a-piece",
     QT_TRANSLATE_NOOP("Message", "Bars %1 to %2 were asked for, but there are only %3. Choose bars that are there.")},
    {MessageId::InvalidSetting, "invalid-setting", QT_TRANSLATE_NOOP("Message", "%1 cannot be %2; it has to be %3.")},
    {MessageId::Internal, "internal", QT_TRANSLATE_NOOP("Message", "Something went wrong inside Ricercar: %1.")},
    {MessageId::WorkspaceUnusable, "workspace-unusable",
     QT_TRANSLATE_NOOP("Message",
                       "The workspace %1 cannot be used: %2. Its folder has to exist and be writable; choose another place.")},
    {MessageId::WorkspaceForeign, "workspace-foreign",
     QT_TRANSLATE_NOOP("Message", "%1 is not a Ricercar workspace. Choose another file, or a new name.")},
    {MessageId::WorkspaceDamaged, "workspace-damaged",
     QT_TRANSLATE_NOOP("Message", "The workspace %1 is damaged: %2. Restore a copy of it, or import into a new one.")},
    {MessageId::WorkspaceNewer, "workspace-newer",
     QT_TRANSLATE_NOOP("Message",
                       "The workspace %1 was written by a newer Ricercar (version %2, known here up to %3). Open it with that "
                       "one.")},
    {MessageId::WorkspaceBusy, "workspace-busy",
     QT_TRANSLATE_NOOP("Message", "The workspace %1 is kept busy by another program. Try again when that one is done.")},
    {MessageId::WorkspaceNoPiece, "workspace-no-piece",
     QT_TRANSLATE_NOOP("Message", "The workspace %1 has no piece %2. It may have been removed.")},
    {MessageId::WorkspaceNoRun, "workspace-no-run",
     QT_TRANSLATE_NOOP("Message", "The workspace %1 has no run %2. It may have been removed.")},
    {MessageId::WorkspaceNoTake, "workspace-no-take",
     QT_TRANSLATE_NOOP("Message", "The workspace %1 has no take %2. It may have been removed.")},
    {MessageId::WorkspaceNoDataset, "workspace-no-dataset",
     QT_TRANSLATE_NOOP("Message", "The workspace %1 has no dataset %2. It may have been removed.")},
    {MessageId::WorkspaceNoRoll, "workspace-no-roll",
     QT_TRANSLATE_NOOP("Message", "Piece %2 of the workspace %1 was rejected, so there are no notes of it to show.")},
    {MessageId::WorkspaceFileOutside, "workspace-file-outside",
     QT_TRANSLATE_NOOP("Message",
                       "A run of the workspace names a file outside of its folder %1, %2, which is not touched. Trust no other "
                       "of its files.")},
    {MessageId::PieceMeterExcluded, "piece-meter-excluded",
     QT_TRANSLATE_NOOP("Message", "It is in %1, and only %2 is admitted. Admit that meter to learn from it.")},
    {MessageId::PieceOffGrid, "piece-off-grid",
     QT_TRANSLATE_NOOP("Message",
                       "Its notes stand off the grid of 16ths: %1 % of a 16th on average, and one in twenty by more than "
                       "%2 %. It was probably played without a click, so its rhythm on the grid is rough.")},
    {MessageId::PiecePartlyOffGrid, "piece-partly-off-grid",
     QT_TRANSLATE_NOOP("Message",
                       "Some of its notes stand between the 16ths (one in twenty by more than %1 % of one), as triplets and "
                       "ornaments do; each was moved to the nearest.")},
    {MessageId::PieceNotesOutside, "piece-notes-outside",
     QT_TRANSLATE_NOOP("Message", "Notes outside the pitches %2 to %3 were left out (%1).")},
    {MessageId::RollFileDamaged, "roll-file-damaged",
     QT_TRANSLATE_NOOP("Message",
                       "%1 is not a piano-roll file: %2. It has to be JSON with \"step\", \"train\", \"valid\" and "
                       "\"test\".")},
    {MessageId::ArchiveDamaged, "archive-damaged",
     QT_TRANSLATE_NOOP("Message",
                       "The archive %1 cannot be unpacked any further: %2. What came before was imported; unpack it yourself "
                       "and import the folder.")},
    {MessageId::ArchiveTooLarge, "archive-too-large",
     QT_TRANSLATE_NOOP("Message",
                       "The archive %1 was left after %2 MB: it unpacks to far more than its size allows music to be. What "
                       "came before was imported; unpack it yourself if you trust it, and import the folder.")},
    {MessageId::ArchiveWithoutMidi, "archive-without-midi",
     QT_TRANSLATE_NOOP("Message", "The archive %1 holds no MIDI files (.mid .midi .kar .rmi .smf).")},
    {MessageId::ArchiveMemberUnreadable, "archive-member-unreadable",
     QT_TRANSLATE_NOOP("Message", "%1 cannot be unpacked: %2. Unpack the archive yourself and import the folder.")},
    {MessageId::ArchiveInArchive, "archive-in-archive",
     QT_TRANSLATE_NOOP("Message",
                       "%1 is an archive inside of another, which is not opened. Unpack it and import it by itself.")},
    {MessageId::SourceMissing, "source-missing",
     QT_TRANSLATE_NOOP("Message",
                       "The workspace does not hold the original of %1, as an earlier Ricercar imported it. Remove the piece "
                       "and import the file again to change how it is read.")},
    {MessageId::RecipeUnknown, "recipe-unknown",
     QT_TRANSLATE_NOOP("Message",
                       "What was done to the piece is not understood here: %1. Open the workspace with the newest Ricercar.")},
    {MessageId::PieceSetAside, "piece-set-aside", QT_TRANSLATE_NOOP("Message", "It was set aside by hand.")},
    {MessageId::PieceNoVoices, "piece-no-voices",
     QT_TRANSLATE_NOOP("Message", "None of its notes (%1) is in the tracks and channels that were chosen.")},
    {MessageId::PieceNoBeat, "piece-no-beat",
     QT_TRANSLATE_NOOP("Message", "No beat was found in it: it has too few notes, or all of them at once.")},
    {MessageId::PieceJoined, "piece-joined",
     QT_TRANSLATE_NOOP("Message", "Its music is in the first part of its file, which was taken as one piece.")},
    {MessageId::RuleBars, "rule-bars", QT_TRANSLATE_NOOP("Message", "It has fewer bars (%1) than wanted (%2).")},
    {MessageId::RuleEmptyBars, "rule-empty-bars",
     QT_TRANSLATE_NOOP("Message", "Nothing sounds in %1 % of its bars; at most %2 % is wanted.")},
    {MessageId::RuleNotesPerBar, "rule-notes-per-bar",
     QT_TRANSLATE_NOOP("Message", "It has few notes (%1) for its length (%2 bars); at least %3 a bar are wanted.")},
    {MessageId::RuleGridError, "rule-grid-error",
     QT_TRANSLATE_NOOP("Message", "Its notes stand %1 % of a 16th off the grid on average; at most %2 % is wanted.")},
    {MessageId::RulePolyphony, "rule-polyphony",
     QT_TRANSLATE_NOOP("Message", "%1 notes sound at once on average; wanted are %2 to %3.")},
    {MessageId::RulePitch, "rule-pitch",
     QT_TRANSLATE_NOOP("Message", "Its pitches %1 to %2 go beyond those wanted, %3 to %4.")},
    {MessageId::RuleTags, "rule-tags", QT_TRANSLATE_NOOP("Message", "It bears none of the tags wanted (%1).")},
    {MessageId::RuleDuplicate, "rule-duplicate",
     QT_TRANSLATE_NOOP("Message", "It is the same music as “%1”, which was imported before.")},
    {MessageId::SplitTwoSides, "split-two-sides",
     QT_TRANSLATE_NOOP("Message",
                       "It resembles “%1” and “%2”, which are on different sides of the split, so it was left out. Choose a "
                       "side for it by hand to use it.")},
    {MessageId::SoundFontMissing, "soundfont-missing",
     QT_TRANSLATE_NOOP("Message",
                       "There is no SoundFont (.sf2 or .sf3) on this computer, so nothing can be heard. Install the package "
                       "timgm6mb-soundfont or fluid-soundfont-gm, or name a file of your own in RICERCAR_SOUNDFONT.")},
    {MessageId::SoundFontUnreadable, "soundfont-unreadable",
     QT_TRANSLATE_NOOP("Message", "%1 is not a SoundFont that can be read. Choose another .sf2 or .sf3 file.")},
    {MessageId::SoundFontTooLarge, "soundfont-too-large",
     QT_TRANSLATE_NOOP("Message", "%1 is larger than any SoundFont can be (4 GB). Choose another .sf2 or .sf3 file.")},
    {MessageId::SoundNoDevice, "sound-no-device",
     QT_TRANSLATE_NOOP("Message",
                       "No sound device could be opened (tried %1), so playing is silent. Connect one, or start the sound "
                       "server, then choose the synthesizer again.")},
    {MessageId::SoundDeviceLost, "sound-device-lost",
     QT_TRANSLATE_NOOP("Message",
                       "The sound device (%1) has gone, so playing is silent. The sound comes back by itself when the device "
                       "does.")},
    {MessageId::SoundTooLong, "sound-too-long",
     QT_TRANSLATE_NOOP("Message", "The piece would be %1 hours of sound, a WAV file holds %2. Export a part of it.")},
    {MessageId::MidiNoSystem, "midi-no-system",
     QT_TRANSLATE_NOOP("Message",
                       "No MIDI system was found (%1). Ports are listed here once ALSA's sequencer (modprobe snd-seq) or a "
                       "JACK server runs.")},
    {MessageId::MidiPortMissing, "midi-port-missing",
     QT_TRANSLATE_NOOP("Message", "There is no MIDI port %1. Connect the device, or choose another port.")},
    {MessageId::MidiPortFailed, "midi-port-failed",
     QT_TRANSLATE_NOOP("Message", "The MIDI port %1 cannot be opened: %2. Another program may be using it.")},
    {MessageId::MidiEmpty, "midi-empty",
     QT_TRANSLATE_NOOP("Message", "%1 is empty: it has no bytes at all. Copy or download it again.")},
    {MessageId::MidiNoHeader, "midi-no-header",
     QT_TRANSLATE_NOOP("Message", "%1 is not a MIDI file: there is no MThd header in its first %2 bytes.")},
    {MessageId::MidiHeaderCut, "midi-header-cut",
     QT_TRANSLATE_NOOP("Message", "%1 ends inside the MIDI header at byte %2. Copy or download it again.")},
    {MessageId::MidiBadDivision, "midi-bad-division",
     QT_TRANSLATE_NOOP("Message",
                       "%1 has the time division %2 at byte %3, which tells no time, so its notes cannot be placed.")},
    {MessageId::MidiNoTracks, "midi-no-tracks",
     QT_TRANSLATE_NOOP("Message", "%1 holds no music: its header promises tracks (%2), but from byte %3 on there is none.")},
    {MessageId::MidiLeadingBytes, "midi-leading-bytes",
     QT_TRANSLATE_NOOP("Message", "What stands before the MIDI header was skipped (bytes: %1).")},
    {MessageId::MidiUnknownFormat, "midi-unknown-format",
     QT_TRANSLATE_NOOP("Message", "Format %1 is unknown; the tracks were read as in format 1.")},
    {MessageId::MidiTrackCount, "midi-track-count",
     QT_TRANSLATE_NOOP("Message", "The header promises another number of tracks (%1) than was found (%2).")},
    {MessageId::MidiTooManyTracks, "midi-too-many-tracks",
     QT_TRANSLATE_NOOP("Message", "Only the first %1 tracks were read; more follow at byte %2.")},
    {MessageId::MidiAlienChunk, "midi-alien-chunk",
     QT_TRANSLATE_NOOP("Message", "The chunk “%1” at byte %2 is no track and was skipped.")},
    {MessageId::MidiStrayBytes, "midi-stray-bytes",
     QT_TRANSLATE_NOOP("Message", "What is no track at byte %2 was skipped (bytes: %1).")},
    {MessageId::MidiTrackTooLong, "midi-track-too-long",
     QT_TRANSLATE_NOOP(
         "Message",
         "Track %1 at byte %2 claims to be longer than the file (bytes missing: %3); it was read as far as it goes.")},
    {MessageId::MidiTrackCut, "midi-track-cut",
     QT_TRANSLATE_NOOP("Message", "Track %1 is damaged at byte %2; what precedes it was kept.")},
    {MessageId::MidiNoEndOfTrack, "midi-no-end-of-track",
     QT_TRANSLATE_NOOP("Message", "Track %1 has no end-of-track event; it ends with its last event.")},
    {MessageId::MidiAfterEndOfTrack, "midi-after-end-of-track",
     QT_TRANSLATE_NOOP("Message", "Track %1 goes on after its end at byte %3; the rest was left out (bytes: %2).")},
    {MessageId::MidiNoStatus, "midi-no-status",
     QT_TRANSLATE_NOOP("Message", "Track %1 has a data byte without a status at byte %2; what precedes it was kept.")},
    {MessageId::MidiDataBytes, "midi-data-bytes",
     QT_TRANSLATE_NOOP("Message", "Track %1 has data bytes above 127 (%2, the first at byte %3); they were taken as 127.")},
    {MessageId::MidiSystemMessages, "midi-system-messages",
     QT_TRANSLATE_NOOP(
         "Message",
         "Track %1 has system messages, which have no place in a file (%2, the first at byte %3); they were skipped.")},
    {MessageId::MidiBadTempo, "midi-bad-tempo",
     QT_TRANSLATE_NOOP("Message", "Track %1 has a tempo at byte %2 that makes no sense; it was left out.")},
    {MessageId::MidiBadMeter, "midi-bad-meter",
     QT_TRANSLATE_NOOP("Message", "Track %1 has a time signature at byte %2 that makes no sense; it was left out.")},
    {MessageId::MidiBadKey, "midi-bad-key",
     QT_TRANSLATE_NOOP("Message", "Track %1 has a key signature at byte %2 that makes no sense; it was left out.")},
    {MessageId::MidiHangingNotes, "midi-hanging-notes",
     QT_TRANSLATE_NOOP("Message", "Track %1 has notes that are never switched off (%2); they end with the track.")},
    {MessageId::MidiMoreWarnings, "midi-more-warnings", QT_TRANSLATE_NOOP("Message", "Further remarks about this file: %1.")},
    {MessageId::MidiLostOffs, "midi-lost-offs",
     QT_TRANSLATE_NOOP("Message",
                       "Note-offs are lost in track %1 (%2). Each of these notes ends where its key is struck again.")},
    {MessageId::MidiLostOffsInBars, "midi-lost-offs-in-bars",
     QT_TRANSLATE_NOOP(
         "Message", "Note-offs are lost in track %1 (%2; bars: %3). Each of these notes ends where its key is struck again.")},
    {MessageId::MidiSecondFile, "midi-second-file",
     QT_TRANSLATE_NOOP(
         "Message",
         "A second MIDI file begins at byte %1 and was left out (bytes: %2). Cut the file in two there to read both.")},
    {MessageId::GridBarNotWhole, "grid-bar-not-whole",
     QT_TRANSLATE_NOOP("Message", "A bar of %1 is no whole number of 16th notes, so it has no place on the grid.")},
    {MessageId::GridNoNotes, "grid-no-notes", QT_TRANSLATE_NOOP("Message", "There are no notes in it.")},
    {MessageId::GridOnlyDrums, "grid-only-drums",
     QT_TRANSLATE_NOOP("Message", "All of its notes (%1) are drums, which are left out.")},
    {MessageId::GridNoneInRange, "grid-none-in-range",
     QT_TRANSLATE_NOOP("Message", "All of its notes (%1) lie outside the pitches %2 to %3.")},
    {MessageId::GridCut, "grid-cut", QT_TRANSLATE_NOOP("Message", "It was cut after step %1; later notes were left out (%2).")},
    {MessageId::GridAllCut, "grid-all-cut",
     QT_TRANSLATE_NOOP("Message", "All of its notes lie behind the first %1 steps of the file, and no more are read.")},
    {MessageId::GridHeldOver, "grid-held-over",
     QT_TRANSLATE_NOOP("Message", "Notes held over a change of meter were cut there (%1).")},
    {MessageId::GridDrumChannels, "grid-drum-channels",
     QT_TRANSLATE_NOOP("Message",
                       "Banks or system messages make drums of channels beside 10 (%1); their notes were left out (%2).")},
    {MessageId::GridMelodicDrumChannel, "grid-melodic-drum-channel",
     QT_TRANSLATE_NOOP("Message", "A bank or a system message makes channel 10 melodic; its notes were taken as music (%1).")},
    {MessageId::GridTrimmed, "grid-trimmed",
     QT_TRANSLATE_NOOP(
         "Message",
         "Silent bars were left out (at the start: %1, at the end: %2). The remedy “Keep silence” brings them back.")},
    {MessageId::GridBarsRestart, "grid-bars-restart",
     QT_TRANSLATE_NOOP("Message",
                       "The meter %1 is stated again within bar %2. Bars are counted anew from there: then %3 notes stand on "
                       "strong beats, otherwise %4.")},
    {MessageId::GridBarsGoOn, "grid-bars-go-on",
     QT_TRANSLATE_NOOP(
         "Message",
         "The meter %1 is stated again within bar %2. Bars go on as before: so %3 notes stand on strong beats, otherwise %4.")},
    {MessageId::ReasonFolder, "reason-folder", QT_TRANSLATE_NOOP("Message", "it is a folder")},
    {MessageId::ReasonNoFolder, "reason-no-folder", QT_TRANSLATE_NOOP("Message", "it is no folder")},
    {MessageId::ReasonNotRegular, "reason-not-regular",
     QT_TRANSLATE_NOOP("Message", "it is a pipe or a device, no regular file")},
    {MessageId::ReasonNotWritable, "reason-not-writable", QT_TRANSLATE_NOOP("Message", "it is closed to writing")},
    {MessageId::ReasonFolderNotWritable, "reason-folder-not-writable",
     QT_TRANSLATE_NOOP("Message", "its folder is closed to writing")},
    {MessageId::ReasonFolderMissing, "reason-folder-missing", QT_TRANSLATE_NOOP("Message", "there is no folder %1")},
    {MessageId::ReasonEncrypted, "reason-encrypted", QT_TRANSLATE_NOOP("Message", "it is encrypted")},
    {MessageId::ReasonNoZip, "reason-no-zip", QT_TRANSLATE_NOOP("Message", "it is no zip archive")},
    {MessageId::ReasonNoPieces, "reason-no-pieces", QT_TRANSLATE_NOOP("Message", "it has no pieces")},
    {MessageId::ReasonCutOff, "reason-cut-off", QT_TRANSLATE_NOOP("Message", "it is cut off")},
    {MessageId::ReasonHeaderCutOff, "reason-header-cut-off", QT_TRANSLATE_NOOP("Message", "its header is cut off")},
    {MessageId::ReasonHeaderUnreadable, "reason-header-unreadable",
     QT_TRANSLATE_NOOP("Message", "its header cannot be read (%1)")},
    {MessageId::ReasonHeaderTooDeep, "reason-header-too-deep", QT_TRANSLATE_NOOP("Message", "its header is nested too deep")},
    {MessageId::ReasonFactsImpossible, "reason-facts-impossible",
     QT_TRANSLATE_NOOP("Message", "what it says of the music it learnt from is impossible")},
    {MessageId::ReasonChecksum, "reason-checksum",
     QT_TRANSLATE_NOOP("Message", "its checksum is wrong, so it was cut off or altered")},
    {MessageId::ReasonTensorShape, "reason-tensor-shape", QT_TRANSLATE_NOOP("Message", "a tensor has an impossible shape")},
    {MessageId::ReasonTensorCutOff, "reason-tensor-cut-off", QT_TRANSLATE_NOOP("Message", "a tensor is cut off")},
    {MessageId::ReasonMoreThanNamed, "reason-more-than-named",
     QT_TRANSLATE_NOOP("Message", "there is more in it than its header names")},
    {MessageId::ReasonTensorCount, "reason-tensor-count", QT_TRANSLATE_NOOP("Message", "the number of tensors")},
    {MessageId::ReasonNegativeVersion, "reason-negative-version", QT_TRANSLATE_NOOP("Message", "its version is negative")},
    {MessageId::ReasonTakeWithoutRoll, "reason-take-without-roll", QT_TRANSLATE_NOOP("Message", "take %1 holds no roll")},
    {MessageId::ReasonPieceWithoutRoll, "reason-piece-without-roll", QT_TRANSLATE_NOOP("Message", "piece %1 holds no roll")},
    {MessageId::ReasonPieceWithoutProfile, "reason-piece-without-profile",
     QT_TRANSLATE_NOOP("Message", "piece %1 holds no profile")},
    {MessageId::ReasonObjectIn, "reason-object-in", QT_TRANSLATE_NOOP("Message", "there is an object in \"%1\"")},
    {MessageId::ReasonListForObject, "reason-list-for-object",
     QT_TRANSLATE_NOOP("Message", "a list stands where an object should be")},
    {MessageId::ReasonNumberForObject, "reason-number-for-object",
     QT_TRANSLATE_NOOP("Message", "a number stands where an object should be")},
    {MessageId::ReasonListsTooDeepIn, "reason-lists-too-deep-in",
     QT_TRANSLATE_NOOP("Message", "lists are nested too deep in \"%1\"")},
    {MessageId::ReasonListsTooDeep, "reason-lists-too-deep", QT_TRANSLATE_NOOP("Message", "lists are nested too deep")},
    {MessageId::ReasonJsonBroken, "reason-json-broken",
     QT_TRANSLATE_NOOP("Message", "its JSON breaks off or is wrong at byte %1")},
    {MessageId::ReasonNoPitchIn, "reason-no-pitch-in", QT_TRANSLATE_NOOP("Message", "something in \"%1\" is no pitch")},
    {MessageId::ReasonNumberOutsideFrame, "reason-number-outside-frame",
     QT_TRANSLATE_NOOP("Message", "a number stands outside of a frame in \"%1\"")},
    {MessageId::ReasonPitchOutside, "reason-pitch-outside",
     QT_TRANSLATE_NOOP("Message", "the pitch %1 is not within 21 to 108")},
    {MessageId::ReasonNoSplit, "reason-no-split", QT_TRANSLATE_NOOP("Message", "it has no \"%1\"")},
    {MessageId::OwnerElsewhere, "owner-elsewhere", QT_TRANSLATE_NOOP("Message", "%1 on %2, process %3")},
    {MessageId::OwnerUnknown, "owner-unknown", QT_TRANSLATE_NOOP("Message", "another program")},
    {MessageId::ValueRange, "value-range", QT_TRANSLATE_NOOP("Message", "%1 to %2")},
    {MessageId::ValueAtMost, "value-at-most", QT_TRANSLATE_NOOP("Message", "at most %1")},
    {MessageId::ValueAtLeast, "value-at-least", QT_TRANSLATE_NOOP("Message", "%1 or more")},
    {MessageId::ValueAbove, "value-above", QT_TRANSLATE_NOOP("Message", "above %1")},
    {MessageId::ValueOneOf, "value-one-of", QT_TRANSLATE_NOOP("Message", "one of %1")},
    {MessageId::ValueEither, "value-either", QT_TRANSLATE_NOOP("Message", "%1 or %2")},
    {MessageId::ValueGroups, "value-groups", QT_TRANSLATE_NOOP("Message", "groups of the layout: %1")},
    {MessageId::ValueLayers, "value-layers", QT_TRANSLATE_NOOP("Message", "1 to 4 layers")},
    {MessageId::ValueLayerCount, "value-layer-count", QT_TRANSLATE_NOOP("Message", "%1 layers")},
    {MessageId::ValueText, "value-text", QT_TRANSLATE_NOOP("Message", "a text")},
    {MessageId::ValueTexts, "value-texts", QT_TRANSLATE_NOOP("Message", "a list of texts")},
    {MessageId::ValueNumber, "value-number", QT_TRANSLATE_NOOP("Message", "a number")},
    {MessageId::ValueSmallerNumber, "value-smaller-number", QT_TRANSLATE_NOOP("Message", "a smaller number")},
    {MessageId::ValueWholeNumber, "value-whole-number", QT_TRANSLATE_NOOP("Message", "a whole number")},
    {MessageId::ValueWholeNumbers, "value-whole-numbers", QT_TRANSLATE_NOOP("Message", "a list of whole numbers")},
    {MessageId::ValueFiniteNumber, "value-finite-number", QT_TRANSLATE_NOOP("Message", "a number a computer can hold")},
    {MessageId::ValueTooLarge, "value-too-large", QT_TRANSLATE_NOOP("Message", "that large")},
    {MessageId::ValueTooDeep, "value-too-deep", QT_TRANSLATE_NOOP("Message", "nested that deep")},
    {MessageId::ReasonOtherVersion, "reason-other-version", QT_TRANSLATE_NOOP("Message", "it was made for another version")},
    {MessageId::ValueSettings, "value-settings", QT_TRANSLATE_NOOP("Message", "a JSON object of settings")},
    {MessageId::ValueTextsObject, "value-texts-object", QT_TRANSLATE_NOOP("Message", "a JSON object of texts")},
    {MessageId::ValueAsItIs, "value-as-it-is", QT_TRANSLATE_NOOP("Message", "what it is")},
    {MessageId::ValueMissing, "value-missing", QT_TRANSLATE_NOOP("Message", "missing")},
    {MessageId::ValuePitchEnds, "value-pitch-ends",
     QT_TRANSLATE_NOOP("Message", "\"auto\" or two pitches, lowest and highest")},
    {MessageId::ValuePitchEndsFlag, "value-pitch-ends-flag",
     QT_TRANSLATE_NOOP("Message", "auto, or two MIDI pitches such as 21-108")},
    {MessageId::ValueWholeBar, "value-whole-bar", QT_TRANSLATE_NOOP("Message", "a bar of a whole number of 16ths")},
    {MessageId::ValueOtherName, "value-other-name", QT_TRANSLATE_NOOP("Message", "a name that no other dataset has")},
    {MessageId::ValueShares, "value-shares", QT_TRANSLATE_NOOP("Message", "0 or more each, 1 together at most")},
    {MessageId::ValueSharesBelow, "value-shares-below", QT_TRANSLATE_NOOP("Message", "together below 1")},
    {MessageId::ValueTempo, "value-tempo", QT_TRANSLATE_NOOP("Message", "%1 to %2 quarter notes a minute")},
    {MessageId::ValueCurve, "value-curve",
     QT_TRANSLATE_NOOP("Message", "a number, or a list of [bar, value] with rising bars")},
    {MessageId::ValueScale, "value-scale",
     QT_TRANSLATE_NOOP("Message", "a key such as \"D minor\", \"primer\", or a list of pitch classes (0 to 11)")},
    {MessageId::ValueCells, "value-cells",
     QT_TRANSLATE_NOOP("Message", "a list of [step, pitch, cell] or [step, pitch, cell, steps, pitches], cell 0, 1 or 3")},
    {MessageId::ValueForm, "value-form",
     QT_TRANSLATE_NOOP("Message",
                       "a list of {\"from\", \"bars\", \"to\", \"looseness\"}, each to a bar after those it comes from")},
    {MessageId::ValueOrLeftOut, "value-or-left-out", QT_TRANSLATE_NOOP("Message", "%1, which --preset says, or left out")},
    {MessageId::SettingConfiguration, "setting-configuration", QT_TRANSLATE_NOOP("Message", "The configuration")},
    {MessageId::SettingConfigurationNumber, "setting-configuration-number",
     QT_TRANSLATE_NOOP("Message", "A number in the configuration")},
    {MessageId::SettingRequest, "setting-request", QT_TRANSLATE_NOOP("Message", "The request")},
    {MessageId::SettingNamed, "setting-named", QT_TRANSLATE_NOOP("Message", "The setting %1")},
    {MessageId::SettingCard, "setting-card", QT_TRANSLATE_NOOP("Message", "The card")},
    {MessageId::SettingCardText, "setting-card-text", QT_TRANSLATE_NOOP("Message", "A text of the card")},
    {MessageId::SettingPresetIn, "setting-preset-in", QT_TRANSLATE_NOOP("Message", "The preset in %1")},
    {MessageId::SettingSoundEnding, "setting-sound-ending", QT_TRANSLATE_NOOP("Message", "The ending of the sound file %1")},
    {MessageId::Stored, "stored", "%1"},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (static_cast<std::size_t>(entries[i].id) != i) return false;
    return true;
}
static_assert(inOrder(), "the table follows the enumeration");

const Entry& entryOf(MessageId id) { return entries.at(static_cast<std::size_t>(id)); }

}  // namespace

Argument::Argument(std::string text) : value_(std::move(text)) {}

Argument::Argument(const char* text) : value_(std::string(text)) {}

Argument::Argument(Message fragment) : value_(std::vector<Message>{std::move(fragment)}) {}

const std::string* Argument::text() const { return std::get_if<std::string>(&value_); }

const std::int64_t* Argument::number() const { return std::get_if<std::int64_t>(&value_); }

const Message* Argument::fragment() const {
    const auto* fragments = std::get_if<std::vector<Message>>(&value_);
    return fragments ? fragments->data() : nullptr;
}

bool operator==(const Argument& one, const Argument& other) { return one.value_ == other.value_; }

std::string_view messageKey(MessageId id) { return entryOf(id).key; }

std::optional<MessageId> messageFromKey(std::string_view key) {
    for (const Entry& entry : entries)
        if (entry.key == key) return entry.id;
    return std::nullopt;
}

const char* messageTemplate(MessageId id) { return entryOf(id).text; }

std::string fillTemplate(std::string_view text, const std::vector<std::string>& args) {
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool marker = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t arg = marker ? static_cast<std::size_t>(text[i + 1] - '1') : args.size();
        if (arg < args.size()) {
            filled += args[arg];
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

std::string english(const Message& message) {
    std::vector<std::string> args;
    for (const Argument& argument : message.args)
        args.push_back(argument.text()     ? *argument.text()
                       : argument.number() ? std::to_string(*argument.number())
                                           : english(*argument.fragment()));
    return fillTemplate(messageTemplate(message.id), args);
}

}  // namespace ricercar
