<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>FeatureWords</name>
    <message numerus="yes">
        <source>%n bar(s) before: play</source>
        <translation>
            <numerusform>%n bar before: play</numerusform>
            <numerusform>%n bars before: play</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s) before: articulate</source>
        <translation>
            <numerusform>%n bar before: articulate</numerusform>
            <numerusform>%n bars before: articulate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s) before: agreement</source>
        <translation>
            <numerusform>%n bar before: agreement</numerusform>
            <numerusform>%n bars before: agreement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s) before: play × agreement</source>
        <translation>
            <numerusform>%n bar before: play × agreement</numerusform>
            <numerusform>%n bars before: play × agreement</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryWords</name>
    <message numerus="yes">
        <source>%n semitone(s) higher</source>
        <translation>
            <numerusform>%n semitone higher</numerusform>
            <numerusform>%n semitones higher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n semitone(s) lower</source>
        <translation>
            <numerusform>%n semitone lower</numerusform>
            <numerusform>%n semitones lower</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s) before: %1 was struck (agreement %2).</source>
        <translation>
            <numerusform>%n bar before: %1 was struck (agreement %2).</numerusform>
            <numerusform>%n bars before: %1 was struck (agreement %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s) before: %1 sounded (agreement %2).</source>
        <translation>
            <numerusform>%n bar before: %1 sounded (agreement %2).</numerusform>
            <numerusform>%n bars before: %1 sounded (agreement %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bar(s) before: %1 was silent (agreement %2).</source>
        <translation>
            <numerusform>%n bar before: %1 was silent (agreement %2).</numerusform>
            <numerusform>%n bars before: %1 was silent (agreement %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n step(s) went as in %1; %2.</source>
        <translation>
            <numerusform>The last step went as in %1; %2.</numerusform>
            <numerusform>The last %n steps went as in %1; %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n step(s) also went as in %1, but it went on otherwise; %2.</source>
        <translation>
            <numerusform>The last step also went as in %1, but it went on otherwise; %2.</numerusform>
            <numerusform>The last %n steps also went as in %1, but it went on otherwise; %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n step(s) went as in %1, %2; %3.</source>
        <translation>
            <numerusform>The last step went as in %1, %2; %3.</numerusform>
            <numerusform>The last %n steps went as in %1, %2; %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PieceColumns</name>
    <message numerus="yes">
        <source>%n steps, found</source>
        <translation>
            <numerusform>%n step, found</numerusform>
            <numerusform>%n steps, found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n bars · %2 bpm</source>
        <translation>
            <numerusform>%1 · %n bar · %2 bpm</numerusform>
            <numerusform>%1 · %n bars · %2 bpm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemedyWords</name>
    <message numerus="yes">
        <source>bar line after %n steps</source>
        <translation>
            <numerusform>bar line after %n step</numerusform>
            <numerusform>bar line after %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracks chosen</source>
        <translation>
            <numerusform>%n track chosen</numerusform>
            <numerusform>%n tracks chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roll</name>
    <message numerus="yes">
        <source>Copy %n notes</source>
        <translation>
            <numerusform>Copy %n note</numerusform>
            <numerusform>Copy %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n notes</source>
        <translation>
            <numerusform>Move %n note</numerusform>
            <numerusform>Move %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::BeatBar</name>
    <message numerus="yes">
        <source>%n beats, %1 a minute · %2 % sure</source>
        <translation>
            <numerusform>%n beat, %1 a minute · %2 % sure</numerusform>
            <numerusform>%n beats, %1 a minute · %2 % sure</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::BenchmarkPage</name>
    <message numerus="yes">
        <source>%1: %n pieces, %2 frames</source>
        <translation>
            <numerusform>%1: %n piece, %2 frames</numerusform>
            <numerusform>%1: %n pieces, %2 frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::Curation</name>
    <message numerus="yes">
        <source>%1 (%n pieces)</source>
        <translation>
            <numerusform>%1 (%n piece)</numerusform>
            <numerusform>%1 (%n pieces)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces could not be changed.</source>
        <translation>
            <numerusform>%n piece could not be changed.</numerusform>
            <numerusform>%n pieces could not be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are left without music; the list says why.</source>
        <translation>
            <numerusform>%n piece is left without music; the list says why.</numerusform>
            <numerusform>%n pieces are left without music; the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n pieces were changed, the others are as they were.</source>
        <translation>
            <numerusform>Stopped: %n piece was changed, the others are as they were.</numerusform>
            <numerusform>Stopped: %n pieces were changed, the others are as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag “%1” (%n pieces)</source>
        <translation>
            <numerusform>Tag “%1” (%n piece)</numerusform>
            <numerusform>Tag “%1” (%n pieces)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove tag “%1” (%n pieces)</source>
        <translation>
            <numerusform>Remove tag “%1” (%n piece)</numerusform>
            <numerusform>Remove tag “%1” (%n pieces)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split: %1 (%n pieces)</source>
        <translation>
            <numerusform>Split: %1 (%n piece)</numerusform>
            <numerusform>Split: %1 (%n pieces)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::DatasetExport</name>
    <message numerus="yes">
        <source>%n pieces written to %1</source>
        <translation>
            <numerusform>%n piece written to %1</numerusform>
            <numerusform>%n pieces written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files written to %1</source>
        <translation>
            <numerusform>%n file written to %1</numerusform>
            <numerusform>%n files written to %1</numerusform>
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
    <name>ricercar::Importing</name>
    <message numerus="yes">
        <source>%n files were there already</source>
        <translation>
            <numerusform>%n file was there already</numerusform>
            <numerusform>%n files were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces added in %1</source>
        <translation>
            <numerusform>%n piece added in %1</numerusform>
            <numerusform>%n pieces added in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::JobLine</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::MainWindow</name>
    <message numerus="yes">
        <source>%n takes could not be saved yet and are lost when the window closes.</source>
        <translation>
            <numerusform>%n take could not be saved yet and is lost when the window closes.</numerusform>
            <numerusform>%n takes could not be saved yet and are lost when the window closes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::NoteActions</name>
    <message numerus="yes">
        <source>Cut %n notes</source>
        <translation>
            <numerusform>Cut %n note</numerusform>
            <numerusform>Cut %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n notes</source>
        <translation>
            <numerusform>Delete %n note</numerusform>
            <numerusform>Delete %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n notes</source>
        <translation>
            <numerusform>Duplicate %n note</numerusform>
            <numerusform>Duplicate %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join %n notes</source>
        <translation>
            <numerusform>Join %n note</numerusform>
            <numerusform>Join %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quantise %n notes</source>
        <translation>
            <numerusform>Quantise %n note</numerusform>
            <numerusform>Quantise %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n notes</source>
        <translation>
            <numerusform>Move %n note</numerusform>
            <numerusform>Move %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transpose %n notes</source>
        <translation>
            <numerusform>Transpose %n note</numerusform>
            <numerusform>Transpose %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transpose %n notes in the scale</source>
        <translation>
            <numerusform>Transpose %n note in the scale</numerusform>
            <numerusform>Transpose %n notes in the scale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resize %n notes</source>
        <translation>
            <numerusform>Resize %n note</numerusform>
            <numerusform>Resize %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Velocity of %n notes</source>
        <translation>
            <numerusform>Velocity of %n note</numerusform>
            <numerusform>Velocity of %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Velocity ramp over %n notes</source>
        <translation>
            <numerusform>Velocity ramp over %n note</numerusform>
            <numerusform>Velocity ramp over %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split %n notes</source>
        <translation>
            <numerusform>Split %n note</numerusform>
            <numerusform>Split %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n notes</source>
        <translation>
            <numerusform>Paste %n note</numerusform>
            <numerusform>Paste %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::RollPanel</name>
    <message numerus="yes">
        <source>%1 · %n bars · %2 bpm · %3</source>
        <translation>
            <numerusform>%1 · %n bar · %2 bpm · %3</numerusform>
            <numerusform>%1 · %n bars · %2 bpm · %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::RollView</name>
    <message numerus="yes">
        <source>%1 (%2) · bar %3 · %n steps long</source>
        <translation>
            <numerusform>%1 (%2) · bar %3 · %n step long</numerusform>
            <numerusform>%1 (%2) · bar %3 · %n steps long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes selected</source>
        <translation>
            <numerusform>%n note selected</numerusform>
            <numerusform>%n notes selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::RulesForm</name>
    <message numerus="yes">
        <source>This rule by itself takes out %n pieces</source>
        <translation>
            <numerusform>This rule by itself takes out %n piece</numerusform>
            <numerusform>This rule by itself takes out %n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::SetPage</name>
    <message numerus="yes">
        <source>%n pieces are in the set; the rules take out %1.</source>
        <translation>
            <numerusform>%n piece is in the set; the rules take out %1.</numerusform>
            <numerusform>%n pieces are in the set; the rules take out %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes out %n pieces (%1 %).</source>
        <translation>
            <numerusform>This takes out %n piece (%1 %).</numerusform>
            <numerusform>This takes out %n pieces (%1 %).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It brings in %n pieces.</source>
        <translation>
            <numerusform>It brings in %n piece.</numerusform>
            <numerusform>It brings in %n pieces.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::SplitForm</name>
    <message numerus="yes">
        <source>%n pieces stand between two sides.</source>
        <translation>
            <numerusform>%n piece stands between two sides.</numerusform>
            <numerusform>%n pieces stand between two sides.</numerusform>
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
    <name>ricercar::TakeModel</name>
    <message numerus="yes">
        <source>%n bars</source>
        <translation>
            <numerusform>%n bar</numerusform>
            <numerusform>%n bars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TensorPanel</name>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells · %1 · %2 · %3 · mean %4, %5 to %6</source>
        <translation>
            <numerusform>%n cell · %1 · %2 · %3 · mean %4, %5 to %6</numerusform>
            <numerusform>%n cells · %1 · %2 · %3 · mean %4, %5 to %6</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::Training</name>
    <message numerus="yes">
        <source>Goes on from step %1; %n steps after it are gone.</source>
        <translation>
            <numerusform>Goes on from step %1; %n step after it is gone.</numerusform>
            <numerusform>Goes on from step %1; %n steps after it are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TrainingPanel</name>
    <message numerus="yes">
        <source>“%1”: %2 windows from %n pieces, %3 to validate on.</source>
        <translation>
            <numerusform>“%1”: %2 windows from %n piece, %3 to validate on.</numerusform>
            <numerusform>“%1”: %2 windows from %n pieces, %3 to validate on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would go on from step %1; %n steps after it are gone.</source>
        <translation>
            <numerusform>It would go on from step %1; %n step after it is gone.</numerusform>
            <numerusform>It would go on from step %1; %n steps after it are gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TransportBar</name>
    <message numerus="yes">
        <source>%n bars</source>
        <translation>
            <numerusform>%n bar</numerusform>
            <numerusform>%n bars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::VoicesForm</name>
    <message numerus="yes">
        <source>What is checked is kept of %n pieces.</source>
        <translation>
            <numerusform>What is checked is kept of %n piece.</numerusform>
            <numerusform>What is checked is kept of %n pieces.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::WorkspaceStore</name>
    <message numerus="yes">
        <source>Remove %n pieces</source>
        <translation>
            <numerusform>Remove %n piece</numerusform>
            <numerusform>Remove %n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n pieces</source>
        <translation>
            <numerusform>Import %n piece</numerusform>
            <numerusform>Import %n pieces</numerusform>
        </translation>
    </message>
</context>
</TS>
