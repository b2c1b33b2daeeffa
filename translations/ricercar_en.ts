<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>FeatureWords</name>
    <message numerus="yes">
        <source>%Ln bar(s) before: play</source>
        <translation>
            <numerusform>%Ln bar before: play</numerusform>
            <numerusform>%Ln bars before: play</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: articulate</source>
        <translation>
            <numerusform>%Ln bar before: articulate</numerusform>
            <numerusform>%Ln bars before: articulate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: agreement</source>
        <translation>
            <numerusform>%Ln bar before: agreement</numerusform>
            <numerusform>%Ln bars before: agreement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: play × agreement</source>
        <translation>
            <numerusform>%Ln bar before: play × agreement</numerusform>
            <numerusform>%Ln bars before: play × agreement</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryWords</name>
    <message numerus="yes">
        <source>%Ln semitone(s) higher</source>
        <translation>
            <numerusform>%Ln semitone higher</numerusform>
            <numerusform>%Ln semitones higher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln semitone(s) lower</source>
        <translation>
            <numerusform>%Ln semitone lower</numerusform>
            <numerusform>%Ln semitones lower</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: %1 was struck (agreement %2).</source>
        <translation>
            <numerusform>%Ln bar before: %1 was struck (agreement %2).</numerusform>
            <numerusform>%Ln bars before: %1 was struck (agreement %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: %1 sounded (agreement %2).</source>
        <translation>
            <numerusform>%Ln bar before: %1 sounded (agreement %2).</numerusform>
            <numerusform>%Ln bars before: %1 sounded (agreement %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: %1 was silent (agreement %2).</source>
        <translation>
            <numerusform>%Ln bar before: %1 was silent (agreement %2).</numerusform>
            <numerusform>%Ln bars before: %1 was silent (agreement %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln step(s) went as in %1; %2.</source>
        <translation>
            <numerusform>The last step went as in %1; %2.</numerusform>
            <numerusform>The last %Ln steps went as in %1; %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln step(s) also went as in %1, but it went on otherwise; %2.</source>
        <translation>
            <numerusform>The last step also went as in %1, but it went on otherwise; %2.</numerusform>
            <numerusform>The last %Ln steps also went as in %1, but it went on otherwise; %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln step(s) went as in %1, %2; %3.</source>
        <translation>
            <numerusform>The last step went as in %1, %2; %3.</numerusform>
            <numerusform>The last %Ln steps went as in %1, %2; %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PieceColumns</name>
    <message numerus="yes">
        <source>%Ln steps, found</source>
        <translation>
            <numerusform>%Ln step, found</numerusform>
            <numerusform>%Ln steps, found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln bars · %2 bpm</source>
        <translation>
            <numerusform>%1 · %Ln bar · %2 bpm</numerusform>
            <numerusform>%1 · %Ln bars · %2 bpm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemedyWords</name>
    <message numerus="yes">
        <source>bar line after %Ln steps</source>
        <translation>
            <numerusform>bar line after %Ln step</numerusform>
            <numerusform>bar line after %Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tracks chosen</source>
        <translation>
            <numerusform>%Ln track chosen</numerusform>
            <numerusform>%Ln tracks chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roll</name>
    <message numerus="yes">
        <source>Copy %Ln notes</source>
        <translation>
            <numerusform>Copy %Ln note</numerusform>
            <numerusform>Copy %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln notes</source>
        <translation>
            <numerusform>Move %Ln note</numerusform>
            <numerusform>Move %Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::BeatBar</name>
    <message numerus="yes">
        <source>%Ln beats, %1 a minute · %2 % sure</source>
        <translation>
            <numerusform>%Ln beat, %1 a minute · %2 % sure</numerusform>
            <numerusform>%Ln beats, %1 a minute · %2 % sure</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::BenchmarkPage</name>
    <message numerus="yes">
        <source>%1: %Ln pieces, %2 frames</source>
        <translation>
            <numerusform>%1: %Ln piece, %2 frames</numerusform>
            <numerusform>%1: %Ln pieces, %2 frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::ConstraintsForm</name>
    <message numerus="yes">
        <source>%Ln voices</source>
        <translation>
            <numerusform>%Ln voice</numerusform>
            <numerusform>%Ln voices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::Curation</name>
    <message numerus="yes">
        <source>%1 (%Ln pieces)</source>
        <translation>
            <numerusform>%1 (%Ln piece)</numerusform>
            <numerusform>%1 (%Ln pieces)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces could not be changed.</source>
        <translation>
            <numerusform>%Ln piece could not be changed.</numerusform>
            <numerusform>%Ln pieces could not be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces are left without music; the list says why.</source>
        <translation>
            <numerusform>%Ln piece is left without music; the list says why.</numerusform>
            <numerusform>%Ln pieces are left without music; the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln pieces were changed, the others are as they were.</source>
        <translation>
            <numerusform>Stopped: %Ln piece was changed, the others are as they were.</numerusform>
            <numerusform>Stopped: %Ln pieces were changed, the others are as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag “%1” (%Ln pieces)</source>
        <translation>
            <numerusform>Tag “%1” (%Ln piece)</numerusform>
            <numerusform>Tag “%1” (%Ln pieces)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove tag “%1” (%Ln pieces)</source>
        <translation>
            <numerusform>Remove tag “%1” (%Ln piece)</numerusform>
            <numerusform>Remove tag “%1” (%Ln pieces)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split: %1 (%Ln pieces)</source>
        <translation>
            <numerusform>Split: %1 (%Ln piece)</numerusform>
            <numerusform>Split: %1 (%Ln pieces)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::DatasetExport</name>
    <message numerus="yes">
        <source>%Ln pieces written to %1</source>
        <translation>
            <numerusform>%Ln piece written to %1</numerusform>
            <numerusform>%Ln pieces written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files written to %1</source>
        <translation>
            <numerusform>%Ln file written to %1</numerusform>
            <numerusform>%Ln files written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::DatasetPanel</name>
    <message numerus="yes">
        <source>%Ln pieces to learn from</source>
        <translation>
            <numerusform>%Ln piece to learn from</numerusform>
            <numerusform>%Ln pieces to learn from</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::Exporting</name>
    <message numerus="yes">
        <source>Exporting %Ln takes</source>
        <translation>
            <numerusform>Exporting %Ln take</numerusform>
            <numerusform>Exporting %Ln takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::GivenRow</name>
    <message numerus="yes">
        <source>%Ln fixed notes from “%1”</source>
        <translation>
            <numerusform>%Ln fixed note from “%1”</numerusform>
            <numerusform>%Ln fixed notes from “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fixed cells from “%1”</source>
        <translation>
            <numerusform>%Ln fixed cell from “%1”</numerusform>
            <numerusform>%Ln fixed cells from “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::Importing</name>
    <message numerus="yes">
        <source>%Ln files were there already</source>
        <translation>
            <numerusform>%Ln file was there already</numerusform>
            <numerusform>%Ln files were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces added in %1</source>
        <translation>
            <numerusform>%Ln piece added in %1</numerusform>
            <numerusform>%Ln pieces added in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::JobLine</name>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::MainWindow</name>
    <message numerus="yes">
        <source>Open %Ln models</source>
        <translation>
            <numerusform>Open the model</numerusform>
            <numerusform>Open %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln files to “%1”</source>
        <translation>
            <numerusform>Add %Ln file to “%1”</numerusform>
            <numerusform>Add %Ln files to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln takes could not be saved yet and are lost when the window closes.</source>
        <translation>
            <numerusform>%Ln take could not be saved yet and is lost when the window closes.</numerusform>
            <numerusform>%Ln takes could not be saved yet and are lost when the window closes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::NoteActions</name>
    <message numerus="yes">
        <source>Cut %Ln notes</source>
        <translation>
            <numerusform>Cut %Ln note</numerusform>
            <numerusform>Cut %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln notes</source>
        <translation>
            <numerusform>Delete %Ln note</numerusform>
            <numerusform>Delete %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %Ln notes</source>
        <translation>
            <numerusform>Duplicate %Ln note</numerusform>
            <numerusform>Duplicate %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join %Ln notes</source>
        <translation>
            <numerusform>Join %Ln note</numerusform>
            <numerusform>Join %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quantise %Ln notes</source>
        <translation>
            <numerusform>Quantise %Ln note</numerusform>
            <numerusform>Quantise %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln notes</source>
        <translation>
            <numerusform>Move %Ln note</numerusform>
            <numerusform>Move %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transpose %Ln notes</source>
        <translation>
            <numerusform>Transpose %Ln note</numerusform>
            <numerusform>Transpose %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transpose %Ln notes in the scale</source>
        <translation>
            <numerusform>Transpose %Ln note in the scale</numerusform>
            <numerusform>Transpose %Ln notes in the scale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resize %Ln notes</source>
        <translation>
            <numerusform>Resize %Ln note</numerusform>
            <numerusform>Resize %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Velocity of %Ln notes</source>
        <translation>
            <numerusform>Velocity of %Ln note</numerusform>
            <numerusform>Velocity of %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Velocity ramp over %Ln notes</source>
        <translation>
            <numerusform>Velocity ramp over %Ln note</numerusform>
            <numerusform>Velocity ramp over %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split %Ln notes</source>
        <translation>
            <numerusform>Split %Ln note</numerusform>
            <numerusform>Split %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %Ln notes</source>
        <translation>
            <numerusform>Paste %Ln note</numerusform>
            <numerusform>Paste %Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::RollPanel</name>
    <message numerus="yes">
        <source>%1 · %Ln bars · %2 bpm · %3</source>
        <translation>
            <numerusform>%1 · %Ln bar · %2 bpm · %3</numerusform>
            <numerusform>%1 · %Ln bars · %2 bpm · %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::RollView</name>
    <message numerus="yes">
        <source>%1 (%2) · bar %3 · %Ln steps long</source>
        <translation>
            <numerusform>%1 (%2) · bar %3 · %Ln step long</numerusform>
            <numerusform>%1 (%2) · bar %3 · %Ln steps long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes selected</source>
        <translation>
            <numerusform>%Ln note selected</numerusform>
            <numerusform>%Ln notes selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::RulesForm</name>
    <message numerus="yes">
        <source>This rule by itself takes out %Ln pieces</source>
        <translation>
            <numerusform>This rule by itself takes out %Ln piece</numerusform>
            <numerusform>This rule by itself takes out %Ln pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::SetPage</name>
    <message numerus="yes">
        <source>%Ln pieces are in the set; the rules take out %1.</source>
        <translation>
            <numerusform>%Ln piece is in the set; the rules take out %1.</numerusform>
            <numerusform>%Ln pieces are in the set; the rules take out %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes out %Ln pieces (%1 %).</source>
        <translation>
            <numerusform>This takes out %Ln piece (%1 %).</numerusform>
            <numerusform>This takes out %Ln pieces (%1 %).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It brings in %Ln pieces.</source>
        <translation>
            <numerusform>It brings in %Ln piece.</numerusform>
            <numerusform>It brings in %Ln pieces.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::SplitForm</name>
    <message numerus="yes">
        <source>%Ln pieces stand between two sides.</source>
        <translation>
            <numerusform>%Ln piece stands between two sides.</numerusform>
            <numerusform>%Ln pieces stand between two sides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces</source>
        <translation>
            <numerusform>%Ln piece</numerusform>
            <numerusform>%Ln pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bars</source>
        <translation>
            <numerusform>%Ln bar</numerusform>
            <numerusform>%Ln bars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::StructureForm</name>
    <message numerus="yes">
        <source>%Ln passages return as in the take whose setup this is</source>
        <translation>
            <numerusform>%Ln passage returns as in the take whose setup this is</numerusform>
            <numerusform>%Ln passages return as in the take whose setup this is</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TakeModel</name>
    <message numerus="yes">
        <source>%Ln bars</source>
        <translation>
            <numerusform>%Ln bar</numerusform>
            <numerusform>%Ln bars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TakesPanel</name>
    <message numerus="yes">
        <source>%Ln selected takes</source>
        <translation>
            <numerusform>%Ln selected take</numerusform>
            <numerusform>%Ln selected takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln takes</source>
        <translation>
            <numerusform>Remove %Ln take</numerusform>
            <numerusform>Remove %Ln takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The longest passage, at any pitch: %Ln steps. A click shows it in the piece</source>
        <translation>
            <numerusform>The longest passage, at any pitch: %Ln step. A click shows it in the piece</numerusform>
            <numerusform>The longest passage, at any pitch: %Ln steps. A click shows it in the piece</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln semitones from there</source>
        <translation>
            <numerusform>%Ln semitone from there</numerusform>
            <numerusform>%Ln semitones from there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TensorPanel</name>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells · %1 · %2 · %3 · mean %4, %5 to %6</source>
        <translation>
            <numerusform>%Ln cell · %1 · %2 · %3 · mean %4, %5 to %6</numerusform>
            <numerusform>%Ln cells · %1 · %2 · %3 · mean %4, %5 to %6</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::Training</name>
    <message numerus="yes">
        <source>Goes on from step %1; %Ln steps after it are gone.</source>
        <translation>
            <numerusform>Goes on from step %1; %Ln step after it is gone.</numerusform>
            <numerusform>Goes on from step %1; %Ln steps after it are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TrainingPanel</name>
    <message numerus="yes">
        <source>“%1”: %2 windows from %Ln pieces, %3 to validate on.</source>
        <translation>
            <numerusform>“%1”: %2 windows from %Ln piece, %3 to validate on.</numerusform>
            <numerusform>“%1”: %2 windows from %Ln pieces, %3 to validate on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would go on from step %1; %Ln steps after it are gone.</source>
        <translation>
            <numerusform>It would go on from step %1; %Ln step after it is gone.</numerusform>
            <numerusform>It would go on from step %1; %Ln steps after it are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TransportBar</name>
    <message numerus="yes">
        <source>%Ln bars</source>
        <translation>
            <numerusform>%Ln bar</numerusform>
            <numerusform>%Ln bars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::VoicesForm</name>
    <message numerus="yes">
        <source>What is checked is kept of %Ln pieces.</source>
        <translation>
            <numerusform>What is checked is kept of %Ln piece.</numerusform>
            <numerusform>What is checked is kept of %Ln pieces.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::WorkspaceStore</name>
    <message numerus="yes">
        <source>Remove %Ln pieces</source>
        <translation>
            <numerusform>Remove %Ln piece</numerusform>
            <numerusform>Remove %Ln pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln pieces</source>
        <translation>
            <numerusform>Import %Ln piece</numerusform>
            <numerusform>Import %Ln pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln takes</source>
        <translation>
            <numerusform>Remove %Ln take</numerusform>
            <numerusform>Remove %Ln takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln takes</source>
        <translation>
            <numerusform>Tag %Ln take</numerusform>
            <numerusform>Tag %Ln takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take a tag from %Ln takes</source>
        <translation>
            <numerusform>Take a tag from %Ln take</numerusform>
            <numerusform>Take a tag from %Ln takes</numerusform>
        </translation>
    </message>
</context>
</TS>
