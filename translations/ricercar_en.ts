<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
        <source>%n pieces to learn from</source>
        <translation>
            <numerusform>%n piece to learn from</numerusform>
            <numerusform>%n pieces to learn from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n pieces from the dataset? The MIDI files themselves stay where they are.</source>
        <translation>
            <numerusform>Remove %n piece from the dataset? The MIDI file itself stays where it is.</numerusform>
            <numerusform>Remove %n pieces from the dataset? The MIDI files themselves stay where they are.</numerusform>
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
    <name>ricercar::TakeModel</name>
    <message numerus="yes">
        <source>%n bars</source>
        <translation>
            <numerusform>%n bar</numerusform>
            <numerusform>%n bars</numerusform>
        </translation>
    </message>
</context>
</TS>
