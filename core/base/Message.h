// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace ricercar {

/// Everything core may have to tell a person: why a file was refused, what was repaired, what failed.
/// Core deals in ids and arguments; the sentences stand in Message.cpp alone, where the translator finds them.
enum class MessageId {
    // files
    FileNotFound,            ///< %1 path
    FileUnreadable,          ///< %1 path, %2 system reason
    FileUnwritable,          ///< %1 path, %2 system reason
    FileTooLarge,            ///< %1 path, %2 size in MB, %3 limit in MB
    FolderGone,              ///< no arguments
    TemporaryFolderMissing,  ///< %1 path
    // checkpoints
    NotACheckpoint,         ///< %1 path
    CheckpointDamaged,      ///< %1 path, %2 how
    CheckpointNewer,        ///< %1 path, %2 version
    CheckpointShape,        ///< %1 path, %2 tensor
    CheckpointOtherSet,     ///< no arguments
    CheckpointNoOptimizer,  ///< no arguments
    // training
    NothingToTrainOn,    ///< no arguments
    Diverged,            ///< %1 step
    TorchModuleMissing,  ///< %1 path, %2 system reason
    ConfigNotJson,       ///< %1 line, %2 byte
    RunNotFound,         ///< %1 id
    ModelNotFound,       ///< %1 name, %2 names of those that are there
    RunOwned,            ///< %1 run, %2 program, machine and process, %3 since when
    RunSetDamaged,       ///< %1 path
    RunSetChanged,       ///< %1 run
    PrimerWithoutMusic,  ///< %1 path
    PrimerNotesOutside,  ///< %1 notes, %2 lowest pitch, %3 highest pitch
    RunNotesOutside,     ///< %1 notes, %2 lowest pitch, %3 highest pitch
    ScoreNotesOutside,   ///< %1 notes, %2 lowest pitch, %3 highest pitch
    // generation
    FixedOutsideRange,   ///< %1 step, %2 pitch, %3 lowest pitch, %4 highest pitch
    FixedOutsideScale,   ///< %1 step, %2 pitch
    FixedTooMany,        ///< %1 step, %2 pitch of the highest, %3 notes, %4 voices
    FixedTooShort,       ///< %1 step, %2 pitch, %3 shortest note in steps
    FixedTooLong,        ///< %1 step, %2 pitch, %3 longest note in steps
    ConstraintsNoPitch,  ///< no arguments
    PrimerSilent,        ///< no arguments
    PrimerCut,           ///< %1 bars kept, %2 bars it has
    PrimerNoKey,         ///< no arguments
    PrimerRepeats,       ///< %1 notes
    ModelUntrained,      ///< %1 name
    ModelLearntNothing,  ///< %1 name, %2 batches, %3 nats a step, %4 those of tossing a coin
    ModelFewBatches,     ///< %1 name, %2 batches
    RequestOtherModel,   ///< %1 hash of the model wanted, %2 hash of the one there
    RequestNotJson,      ///< %1 line, %2 byte
    RequestNoModel,      ///< no arguments
    RequestNotAPiece,    ///< %1 first bar, %2 last bar, %3 bars there are
    // general
    InvalidSetting,  ///< %1 name, %2 value given, %3 what is allowed
    Internal,        ///< %1 technical detail
    // dataset
    WorkspaceUnusable,        ///< %1 path, %2 system reason
    WorkspaceForeign,         ///< %1 path
    WorkspaceDamaged,         ///< %1 path, %2 what SQLite says
    WorkspaceNewer,           ///< %1 path, %2 its version, %3 the newest known
    WorkspaceBusy,            ///< %1 path
    WorkspaceNoPiece,         ///< %1 path, %2 number
    WorkspaceNoRun,           ///< %1 path, %2 number or name
    WorkspaceNoTake,          ///< %1 path, %2 number
    WorkspaceNoDataset,       ///< %1 path, %2 number or name
    WorkspaceNoRoll,          ///< %1 path, %2 number of the piece
    WorkspaceFileOutside,     ///< %1 folder, %2 the file
    PieceMeterExcluded,       ///< %1 its meter, %2 meters admitted
    PieceOffGrid,             ///< %1 mean, %2 95th percentile, in percent of a 16th
    PiecePartlyOffGrid,       ///< %1 95th percentile, in percent of a 16th
    PieceNotesOutside,        ///< %1 notes, %2 lowest pitch, %3 highest pitch
    RollFileDamaged,          ///< %1 path, %2 what is wrong
    ArchiveDamaged,           ///< %1 path, %2 what is wrong
    ArchiveTooLarge,          ///< %1 path, %2 MB that were unpacked
    ArchiveWithoutMidi,       ///< %1 path
    ArchiveMemberUnreadable,  ///< %1 path, %2 what is wrong
    ArchiveInArchive,         ///< %1 path
    SourceMissing,            ///< %1 path the piece came from
    RecipeUnknown,            ///< %1 what is not understood
    PieceSetAside,            ///< no arguments
    PieceNoVoices,            ///< %1 notes
    PieceNoBeat,              ///< no arguments
    PieceJoined,              ///< no arguments
    RuleBars,                 ///< %1 bars, %2 least
    RuleEmptyBars,            ///< %1 empty bars, %2 most, in percent
    RuleNotesPerBar,          ///< %1 notes, %2 bars, %3 least notes a bar
    RuleGridError,            ///< %1 mean error, %2 largest allowed, in percent of a 16th
    RulePolyphony,            ///< %1 mean polyphony, %2 least, %3 most
    RulePitch,                ///< %1 lowest, %2 highest pitch, %3 and %4 those allowed
    RuleTags,                 ///< %1 tags, one of which is wanted
    RuleDuplicate,            ///< %1 title of the earlier piece
    SplitTwoSides,            ///< %1 and %2 titles of the pieces it resembles
    // sound
    SoundFontMissing,     ///< nothing
    SoundFontUnreadable,  ///< %1 path
    SoundFontTooLarge,    ///< %1 path
    SoundNoDevice,        ///< %1 drivers tried
    SoundDeviceLost,      ///< %1 driver
    SoundTooLong,         ///< %1 hours, %2 hours a WAV file holds
    MidiNoSystem,         ///< %1 system reason
    MidiPortMissing,      ///< %1 name
    MidiPortFailed,       ///< %1 name, %2 system reason
    // MIDI files that cannot be read: %1 file
    MidiEmpty,        ///< %1 file
    MidiNoHeader,     ///< %1 file, %2 size in bytes
    MidiHeaderCut,    ///< %1 file, %2 byte
    MidiBadDivision,  ///< %1 file, %2 division in hexadecimal, %3 byte
    MidiNoTracks,     ///< %1 file, %2 tracks promised, %3 byte
    // MIDI files that were damaged, and how they were read
    MidiLeadingBytes,     ///< %1 count
    MidiUnknownFormat,    ///< %1 format
    MidiTrackCount,       ///< %1 promised, %2 found
    MidiTooManyTracks,    ///< %1 tracks read, %2 byte
    MidiAlienChunk,       ///< %1 four letters, %2 byte
    MidiStrayBytes,       ///< %1 count, %2 byte
    MidiTrackTooLong,     ///< %1 track, %2 byte, %3 bytes missing
    MidiTrackCut,         ///< %1 track, %2 byte
    MidiNoEndOfTrack,     ///< %1 track
    MidiAfterEndOfTrack,  ///< %1 track, %2 count, %3 byte
    MidiNoStatus,         ///< %1 track, %2 byte
    MidiDataBytes,        ///< %1 track, %2 count, %3 byte
    MidiSystemMessages,   ///< %1 track, %2 count, %3 byte
    MidiBadTempo,         ///< %1 track, %2 byte
    MidiBadMeter,         ///< %1 track, %2 byte
    MidiBadKey,           ///< %1 track, %2 byte
    MidiHangingNotes,     ///< %1 track, %2 count
    MidiMoreWarnings,     ///< %1 count
    MidiLostOffs,         ///< %1 track, %2 count
    MidiLostOffsInBars,   ///< %1 track, %2 count, %3 bars
    MidiSecondFile,       ///< %1 byte, %2 count
    // the grid of 16th notes
    GridBarNotWhole,  ///< %1 meter
    GridNoNotes,
    GridOnlyDrums,           ///< %1 notes
    GridNoneInRange,         ///< %1 notes, %2 lowest pitch, %3 highest pitch
    GridCut,                 ///< %1 steps kept, %2 notes left out
    GridAllCut,              ///< %1 steps at most
    GridHeldOver,            ///< %1 notes
    GridDrumChannels,        ///< %1 channels, %2 notes
    GridMelodicDrumChannel,  ///< %1 notes
    GridTrimmed,             ///< %1 bars at the start, %2 bars at the end
    GridBarsRestart,         ///< %1 meter, %2 bar, %3 and %4 notes
    GridBarsGoOn,            ///< %1 meter, %2 bar, %3 and %4 notes
    // fragments: arguments of other messages
    ReasonFolder,
    ReasonNoFolder,
    ReasonNotRegular,
    ReasonNotWritable,
    ReasonFolderNotWritable,
    ReasonFolderMissing,
    ReasonEncrypted,
    ReasonNoZip,
    ReasonNoPieces,
    ReasonCutOff,
    ReasonHeaderCutOff,
    ReasonHeaderUnreadable,
    ReasonHeaderTooDeep,
    ReasonFactsImpossible,
    ReasonChecksum,
    ReasonTensorShape,
    ReasonTensorCutOff,
    ReasonMoreThanNamed,
    ReasonTensorCount,
    ReasonNegativeVersion,
    ReasonTakeWithoutRoll,
    ReasonPieceWithoutRoll,
    ReasonPieceWithoutProfile,
    ReasonObjectIn,
    ReasonListForObject,
    ReasonNumberForObject,
    ReasonListsTooDeepIn,
    ReasonListsTooDeep,
    ReasonJsonBroken,
    ReasonNoPitchIn,
    ReasonNumberOutsideFrame,
    ReasonPitchOutside,
    ReasonNoSplit,
    OwnerElsewhere,
    OwnerUnknown,
    ValueRange,
    ValueAtMost,
    ValueAtLeast,
    ValueAbove,
    ValueOneOf,
    ValueEither,
    ValueGroups,
    ValueLayers,
    ValueLayerCount,
    ValueText,
    ValueTexts,
    ValueNumber,
    ValueSmallerNumber,
    ValueWholeNumber,
    ValueWholeNumbers,
    ValueFiniteNumber,
    ValueTooLarge,
    ValueTooDeep,
    ReasonOtherVersion,
    ValueSettings,
    ValueTextsObject,
    ValueAsItIs,
    ValueMissing,
    ValuePitchEnds,
    ValuePitchEndsFlag,
    ValueWholeBar,
    ValueOtherName,
    ValueShares,
    ValueSharesBelow,
    ValueTempo,
    ValueCurve,
    ValueScale,
    ValueCells,
    ValueForm,
    ValueOrLeftOut,
    SettingConfiguration,
    SettingConfigurationNumber,
    SettingRequest,
    SettingNamed,
    SettingCard,
    SettingCardText,
    SettingPresetIn,
    SettingSoundEnding,
    // what an earlier version stored as a sentence: %1
    Stored,
    Count
};

struct Message;

/// An argument of a message. A text stands as it is (a name, a path, what the system says), UTF-8; numbers and fragments (other
/// messages) are put into words with the sentence.
class Argument {
public:
    Argument(std::string text);
    Argument(const char* text);
    Argument(Message fragment);
    template <class Number, class = std::enable_if_t<std::is_integral_v<Number>>>
    Argument(Number number);

    /// Null where it is none.
    [[nodiscard]] const std::string* text() const;
    [[nodiscard]] const std::int64_t* number() const;
    [[nodiscard]] const Message* fragment() const;

    friend bool operator==(const Argument& one, const Argument& other);

private:
    std::variant<std::string, std::int64_t, std::vector<Message>> value_;
};

/// A sentence-to-be: an id and its arguments (%1 .. %9).
struct Message {
    MessageId id{};
    std::vector<Argument> args;

    friend bool operator==(const Message&, const Message&) = default;
};

template <class Number, class>
Argument::Argument(Number number) : value_(static_cast<std::int64_t>(number)) {}

/// Stable machine-readable name, for JSON: "file-not-found".
std::string_view messageKey(MessageId id);
/// The reverse; nothing for a name that is not known.
std::optional<MessageId> messageFromKey(std::string_view key);

/// English template with %1 .. %9; also the key under which the ui looks up a translation (context "Message").
const char* messageTemplate(MessageId id);

/// Replaces %1 .. %9 in a template, in one pass (arguments that contain % are safe).
std::string fillTemplate(std::string_view text, const std::vector<std::string>& args);

/// The English sentence.
std::string english(const Message& message);

}  // namespace ricercar
