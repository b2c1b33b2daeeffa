<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutWords</name>
    <message>
        <source>Train a biaxial LSTM on your own MIDI files and make new music with it.</source>
        <translation>Ein biaxiales LSTM mit eigenen MIDI-Dateien trainieren und neue Musik damit machen.</translation>
    </message>
    <message>
        <source>&lt;p&gt;Ricercar is free software: you may use, share and change it under the GNU General Public License, version 3 or later. It comes without any warranty.&lt;/p&gt;&lt;p&gt;Built upon: Qt (LGPL-3), libtorch (BSD-3-Clause), QCustomPlot (GPL-3 or later), FluidSynth (LGPL-2.1 or later), RtMidi (MIT), libsndfile (LGPL-2.1 or later), SQLite (public domain), OpenSSL (Apache-2.0), nlohmann-json (MIT).&lt;/p&gt;&lt;p&gt;The model follows Daniel Johnson&apos;s biaxial LSTM (2015). The music you generate is yours.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ricercar ist freie Software: Sie dürfen es unter der GNU General Public License, Version 3 oder später, benutzen, weitergeben und verändern. Es kommt ohne jede Gewährleistung.&lt;/p&gt;&lt;p&gt;Gebaut auf: Qt (LGPL-3), libtorch (BSD-3-Clause), QCustomPlot (GPL-3 oder später), FluidSynth (LGPL-2.1 oder später), RtMidi (MIT), libsndfile (LGPL-2.1 oder später), SQLite (gemeinfrei), OpenSSL (Apache-2.0), nlohmann-json (MIT).&lt;/p&gt;&lt;p&gt;Das Modell folgt dem biaxialen LSTM von Daniel Johnson (2015). Die Musik, die Sie erzeugen, gehört Ihnen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>For a bug report: the versions above and the system</source>
        <translation>Für einen Fehlerbericht: die Versionen oben und das System</translation>
    </message>
    <message>
        <source>About Ricercar</source>
        <translation>Über Ricercar</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Tastatur und Maus</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>Abspielen, Pause</translation>
    </message>
    <message>
        <source>%1, in the roll</source>
        <translation>%1, in der Rolle</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>%1, %2, in the roll</source>
        <translation>%1, %2, in der Rolle</translation>
    </message>
    <message>
        <source>Go to the start, to the end</source>
        <translation>An den Anfang, ans Ende</translation>
    </message>
    <message>
        <source>Loop on, off</source>
        <translation>Schleife ein, aus</translation>
    </message>
    <message>
        <source>Double-click in the ruler</source>
        <translation>Doppelklick ins Lineal</translation>
    </message>
    <message>
        <source>Move the playhead</source>
        <translation>Abspielposition setzen</translation>
    </message>
    <message>
        <source>Drag in the ruler</source>
        <translation>Im Lineal ziehen</translation>
    </message>
    <message>
        <source>Choose the bars to loop</source>
        <translation>Takte für die Schleife wählen</translation>
    </message>
    <message>
        <source>Piano roll</source>
        <translation>Klavierrolle</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Zoom in time</source>
        <translation>Zeit vergrößern, verkleinern</translation>
    </message>
    <message>
        <source>Ctrl+Shift+wheel</source>
        <translation>Strg+Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>Zoom in pitch</source>
        <translation>Tonhöhen vergrößern, verkleinern</translation>
    </message>
    <message>
        <source>Wheel, Shift+wheel</source>
        <translation>Mausrad, Umschalt+Mausrad</translation>
    </message>
    <message>
        <source>Scroll pitches, time</source>
        <translation>Tonhöhen, Zeit verschieben</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Ansicht verschieben</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Click on the keyboard</source>
        <translation>Klick auf die Klaviatur</translation>
    </message>
    <message>
        <source>Hear the note</source>
        <translation>Ton hören</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Import MIDI files</source>
        <translation>MIDI-Dateien importieren</translation>
    </message>
    <message>
        <source>Export MIDI</source>
        <translation>MIDI exportieren</translation>
    </message>
    <message>
        <source>Train, stop training</source>
        <translation>Trainieren, Training anhalten</translation>
    </message>
    <message>
        <source>Generate, stop generating</source>
        <translation>Erzeugen, Erzeugen anhalten</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <source>Middle button or Space held, drag</source>
        <translation>Mittlere Taste oder gedrückte Leertaste, ziehen</translation>
    </message>
    <message>
        <source>Show the selection, the loop</source>
        <translation>Die Auswahl, die Schleife zeigen</translation>
    </message>
    <message>
        <source>Arrow keys, page keys</source>
        <translation>Pfeiltasten, Bildtasten</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>Alt+arrow keys</source>
        <translation>Alt+Pfeiltasten</translation>
    </message>
    <message>
        <source>Go from note to note; with Shift they are added</source>
        <translation>Von Note zu Note; mit Umschalt kommen sie hinzu</translation>
    </message>
    <message>
        <source>Ctrl+click on the keyboard</source>
        <translation>Strg+Klick auf die Klaviatur</translation>
    </message>
    <message>
        <source>Select every note of the pitch</source>
        <translation>Alle Noten der Tonhöhe auswählen</translation>
    </message>
    <message>
        <source>Go to the bar before, to the next</source>
        <translation>Zum Takt davor, zum nächsten</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>Select, pencil, eraser; back to select</source>
        <translation>Auswahl, Stift, Radierer; zurück zur Auswahl</translation>
    </message>
    <message>
        <source>Drag, with Shift, with Ctrl</source>
        <translation>Ziehen, mit Umschalt, mit Strg</translation>
    </message>
    <message>
        <source>Select, add, toggle; with Ctrl in the ruler: a time range</source>
        <translation>Auswählen, dazunehmen, umschalten; mit Strg im Lineal: ein Zeitbereich</translation>
    </message>
    <message>
        <source>Double-click, right drag</source>
        <translation>Doppelklick, Ziehen mit rechts</translation>
    </message>
    <message>
        <source>Draw a note, erase</source>
        <translation>Note zeichnen, ausradieren</translation>
    </message>
    <message>
        <source>Drag a note or its edge</source>
        <translation>Note oder ihre Kante ziehen</translation>
    </message>
    <message>
        <source>Move, resize; Alt leaves the grid, Shift locks, Ctrl copies</source>
        <translation>Verschieben, Länge ändern; Alt umgeht das Raster, Umschalt hält die Richtung, Strg kopiert</translation>
    </message>
    <message>
        <source>Arrows, Shift+arrows, with notes selected</source>
        <translation>Pfeile, Umschalt+Pfeile, mit ausgewählten Noten</translation>
    </message>
    <message>
        <source>Nudge; an octave, the length; Ctrl: within the scale</source>
        <translation>Schieben; um eine Oktave, die Länge; Strg: in der Tonleiter</translation>
    </message>
    <message>
        <source>+, -, Alt+wheel</source>
        <translation>+, -, Alt+Rad</translation>
    </message>
    <message>
        <source>Velocity; in the lane: drag, with Shift a ramp</source>
        <translation>Anschlag; in der Spur: ziehen, mit Umschalt ein Verlauf</translation>
    </message>
    <message>
        <source>Split, join, quantise</source>
        <translation>Teilen, verbinden, quantisieren</translation>
    </message>
    <message>
        <source>Duplicate, delete</source>
        <translation>Verdoppeln, löschen</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Rückgängig, wiederherstellen</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>Auswahl als Schleife</translation>
    </message>
    <message>
        <source>Record, stop recording</source>
        <translation>Aufnehmen, Aufnahme beenden</translation>
    </message>
    <message>
        <source>Metronome on, off</source>
        <translation>Metronom ein, aus</translation>
    </message>
    <message>
        <source>All notes off</source>
        <translation>Alle Noten aus</translation>
    </message>
    <message>
        <source>Export sound</source>
        <translation>Ton exportieren</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Drag, arrows</source>
        <translation>Ziehen, Pfeiltasten</translation>
    </message>
    <message>
        <source>Turn; in 2D: move</source>
        <translation>Drehen; in 2D: verschieben</translation>
    </message>
    <message>
        <source>Middle button or Ctrl, drag</source>
        <translation>Mittlere Taste oder Strg, ziehen</translation>
    </message>
    <message>
        <source>Wheel, + and -</source>
        <translation>Rad, + und -</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Home, the three sides, 2D</source>
        <translation>Ausgangsansicht, die drei Seiten, 2D</translation>
    </message>
    <message>
        <source>Ctrl+wheel, page keys</source>
        <translation>Strg+Rad, Bildtasten</translation>
    </message>
    <message>
        <source>Move the slice; with Shift: its thickness</source>
        <translation>Scheibe bewegen; mit Umschalt: ihre Dicke</translation>
    </message>
    <message>
        <source>Click, Shift+drag</source>
        <translation>Klick, Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Select a cell, a box</source>
        <translation>Eine Zelle, einen Kasten wählen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Click, %1</source>
        <translation>Klick, %1</translation>
    </message>
    <message>
        <source>Play a take, pause</source>
        <translation>Einen Entwurf abspielen, anhalten</translation>
    </message>
    <message>
        <source>The other of the last two, from here on</source>
        <translation>Der andere der letzten beiden, ab hier</translation>
    </message>
    <message>
        <source>Like, rename, remove</source>
        <translation>Mögen, umbenennen, entfernen</translation>
    </message>
    <message>
        <source>Play a duet</source>
        <translation>Im Duett spielen</translation>
    </message>
</context>
<context>
    <name>FeatureTensorWords</name>
    <message>
        <source>target: %1 sounds at the next step</source>
        <translation>Ziel: %1 klingt im nächsten Schritt</translation>
    </message>
    <message>
        <source>target: %1 is silent at the next step</source>
        <translation>Ziel: %1 schweigt im nächsten Schritt</translation>
    </message>
    <message>
        <source>target: %1 is struck at the next step</source>
        <translation>Ziel: %1 wird im nächsten Schritt angeschlagen</translation>
    </message>
    <message>
        <source>predicted %1 for the next step</source>
        <translation>vorhergesagt %1 für den nächsten Schritt</translation>
    </message>
    <message>
        <source>target on</source>
        <translation>Ziel an</translation>
    </message>
    <message>
        <source>target off</source>
        <translation>Ziel aus</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>vorhergesagt %1</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>target, play</source>
        <translation>Ziel, Klang</translation>
    </message>
    <message>
        <source>target, articulate</source>
        <translation>Ziel, Anschlag</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Echo length</source>
        <translation>Echolänge</translation>
    </message>
</context>
<context>
    <name>FeatureWords</name>
    <message>
        <source>longest match</source>
        <translation>längste Übereinstimmung</translation>
    </message>
    <message>
        <source>second match</source>
        <translation>zweite Übereinstimmung</translation>
    </message>
    <message>
        <source>transposed match</source>
        <translation>transponierte Übereinstimmung</translation>
    </message>
    <message>
        <source>nearest match</source>
        <translation>ähnlichste Stelle</translation>
    </message>
    <message>
        <source>%1: %2 came next</source>
        <translation>%1: %2 kam danach</translation>
    </message>
    <message>
        <source>%1: struck next</source>
        <translation>%1: danach angeschlagen</translation>
    </message>
    <message>
        <source>%1: there is one</source>
        <translation>%1: vorhanden</translation>
    </message>
    <message>
        <source>%1: agreement at least %2</source>
        <translation>%1: Ähnlichkeit mindestens %2</translation>
    </message>
    <message>
        <source>%1: at least %2 steps</source>
        <translation>%1: mindestens %2 Schritte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: play</source>
        <translation>
            <numerusform>%Ln Takt zuvor: Klang</numerusform>
            <numerusform>%Ln Takte zuvor: Klang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: articulate</source>
        <translation>
            <numerusform>%Ln Takt zuvor: Anschlag</numerusform>
            <numerusform>%Ln Takte zuvor: Anschlag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: agreement</source>
        <translation>
            <numerusform>%Ln Takt zuvor: Ähnlichkeit</numerusform>
            <numerusform>%Ln Takte zuvor: Ähnlichkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: play × agreement</source>
        <translation>
            <numerusform>%Ln Takt zuvor: Klang × Ähnlichkeit</numerusform>
            <numerusform>%Ln Takte zuvor: Klang × Ähnlichkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>time sounding / 16 steps</source>
        <translation>klingt seit, in 16 Schritten</translation>
    </message>
    <message>
        <source>sounding for at least %1 steps</source>
        <translation>klingt seit mindestens %1 Schritten</translation>
    </message>
    <message>
        <source>time silent, log₂ / 6</source>
        <translation>schweigt seit, log₂ / 6</translation>
    </message>
    <message>
        <source>sounded in the last 63 steps</source>
        <translation>klang in den letzten 63 Schritten</translation>
    </message>
    <message>
        <source>at least %1 sounding below</source>
        <translation>mindestens %1 klingen darunter</translation>
    </message>
    <message>
        <source>at least %1 sounding above</source>
        <translation>mindestens %1 klingen darüber</translation>
    </message>
    <message>
        <source>notes sounding / 8</source>
        <translation>klingende Töne / 8</translation>
    </message>
    <message>
        <source>class %1 chosen below</source>
        <translation>Klasse %1 darunter gewählt</translation>
    </message>
    <message>
        <source>notes chosen below / 4</source>
        <translation>darunter gewählte Töne / 4</translation>
    </message>
    <message>
        <source>at least %1 chosen below</source>
        <translation>mindestens %1 darunter gewählt</translation>
    </message>
    <message>
        <source>distance to the next below / 24</source>
        <translation>Abstand zum nächsten darunter / 24</translation>
    </message>
    <message>
        <source>%1: came next</source>
        <translation>%1: kam danach</translation>
    </message>
    <message>
        <source>longest match: at least %1 still to come above</source>
        <translation>längste Übereinstimmung: mindestens %1 folgen noch darüber</translation>
    </message>
    <message>
        <source>vicinity %1, play</source>
        <translation>Umgebung %1, Klang</translation>
    </message>
    <message>
        <source>vicinity %1, articulate</source>
        <translation>Umgebung %1, Anschlag</translation>
    </message>
    <message>
        <source>MIDI value</source>
        <translation>MIDI-Wert</translation>
    </message>
    <message>
        <source>pitch class %1</source>
        <translation>Tonklasse %1</translation>
    </message>
    <message>
        <source>count, class %1</source>
        <translation>Anzahl, Klasse %1</translation>
    </message>
    <message>
        <source>beat, bit %1</source>
        <translation>Taktschlag, Bit %1</translation>
    </message>
    <message>
        <source>longest match: %1 came next</source>
        <translation>längste Übereinstimmung: %1 kam danach</translation>
    </message>
    <message>
        <source>bar of the phrase, bit %1</source>
        <translation>Takt der Phrase, Bit %1</translation>
    </message>
    <message>
        <source>a step earlier %1, play</source>
        <translation>einen Schritt früher %1, Klang</translation>
    </message>
    <message>
        <source>piece so far, class %1</source>
        <translation>Stück bisher, Klasse %1</translation>
    </message>
    <message>
        <source>chosen −1, play</source>
        <translation>gewählt −1, Klang</translation>
    </message>
    <message>
        <source>chosen −1, articulate</source>
        <translation>gewählt −1, Anschlag</translation>
    </message>
    <message>
        <source>chosen %1, play</source>
        <translation>gewählt %1, Klang</translation>
    </message>
    <message>
        <source>vicinity %1 (%2 sounding) = %3</source>
        <translation>Umgebung %1 (%2 klingt) = %3</translation>
    </message>
    <message>
        <source>vicinity %1 (%2 struck) = %3</source>
        <translation>Umgebung %1 (%2 angeschlagen) = %3</translation>
    </message>
    <message>
        <source>MIDI value %1 / 127 = %2</source>
        <translation>MIDI-Wert %1 / 127 = %2</translation>
    </message>
    <message>
        <source>notes of class %1 sounding, in all octaves = %2</source>
        <translation>klingende Töne der Klasse %1, in allen Oktaven = %2</translation>
    </message>
    <message>
        <source>class %1 in the piece so far = %2</source>
        <translation>Klasse %1 im Stück bisher = %2</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Vicinity</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Pitch class</source>
        <translation>Tonklasse</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Anzahlen</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>Taktschlag</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>Echo above</source>
        <translation>Echo darüber</translation>
    </message>
    <message>
        <source>Bars before</source>
        <translation>Takte zuvor</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Schritt zuvor</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Piece so far</source>
        <translation>Stück bisher</translation>
    </message>
    <message>
        <source>Neighbour</source>
        <translation>Nachbar</translation>
    </message>
    <message>
        <source>Octave below</source>
        <translation>Oktave tiefer</translation>
    </message>
    <message>
        <source>All below</source>
        <translation>Alles tiefer</translation>
    </message>
    <message>
        <source>Echo here</source>
        <translation>Echo hier</translation>
    </message>
</context>
<context>
    <name>InsightWords</name>
    <message>
        <source>&lt; %1 %</source>
        <translation>&lt; %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Bar %1 · %2 (%3)</source>
        <translation>Takt %1 · %2 (%3)</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
</context>
<context>
    <name>MemoryWords</name>
    <message>
        <source>bar %1</source>
        <translation>Takt %1</translation>
    </message>
    <message>
        <source>bars %1–%2</source>
        <translation>Takt %1–%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln semitone(s) higher</source>
        <translation>
            <numerusform>%Ln Halbton höher</numerusform>
            <numerusform>%Ln Halbtöne höher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln semitone(s) lower</source>
        <translation>
            <numerusform>%Ln Halbton tiefer</numerusform>
            <numerusform>%Ln Halbtöne tiefer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 came next there</source>
        <translation>dort folgte %1</translation>
    </message>
    <message>
        <source>%1 was silent there</source>
        <translation>dort schwieg %1</translation>
    </message>
    <message>
        <source>%1 sounded there</source>
        <translation>dort klang %1</translation>
    </message>
    <message>
        <source>%1 came next there, which is %2 here</source>
        <translation>dort folgte %1, hier wäre das %2</translation>
    </message>
    <message>
        <source>%1 was silent there, which is %2 here</source>
        <translation>dort schwieg %1, hier wäre das %2</translation>
    </message>
    <message>
        <source>%1 sounded there, which is %2 here</source>
        <translation>dort klang %1, hier wäre das %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: %1 was struck (agreement %2).</source>
        <translation>
            <numerusform>%Ln Takt zuvor: %1 wurde angeschlagen (Ähnlichkeit %2).</numerusform>
            <numerusform>%Ln Takte zuvor: %1 wurde angeschlagen (Ähnlichkeit %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: %1 sounded (agreement %2).</source>
        <translation>
            <numerusform>%Ln Takt zuvor: %1 klang (Ähnlichkeit %2).</numerusform>
            <numerusform>%Ln Takte zuvor: %1 klang (Ähnlichkeit %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bar(s) before: %1 was silent (agreement %2).</source>
        <translation>
            <numerusform>%Ln Takt zuvor: %1 schwieg (Ähnlichkeit %2).</numerusform>
            <numerusform>%Ln Takte zuvor: %1 schwieg (Ähnlichkeit %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln step(s) went as in %1; %2.</source>
        <translation>
            <numerusform>Der letzte Schritt ging wie in %1; %2.</numerusform>
            <numerusform>Die letzten %Ln Schritte gingen wie in %1; %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln step(s) also went as in %1, but it went on otherwise; %2.</source>
        <translation>
            <numerusform>Der letzte Schritt ging auch wie in %1, danach ging es anders weiter; %2.</numerusform>
            <numerusform>Die letzten %Ln Schritte gingen auch wie in %1, danach ging es anders weiter; %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln step(s) went as in %1, %2; %3.</source>
        <translation>
            <numerusform>Der letzte Schritt ging wie in %1, %2; %3.</numerusform>
            <numerusform>Die letzten %Ln Schritte gingen wie in %1, %2; %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last steps are most like %1 (agreement %2); %3.</source>
        <translation>Die letzten Schritte ähneln am meisten %1 (Ähnlichkeit %2); %3.</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place or free some space.</source>
        <translation>%1 lässt sich nicht schreiben: %2. Wählen Sie einen anderen Ort oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>%1 is %2 MB long; files up to %3 MB are read.</source>
        <translation>%1 ist %2 MB lang; gelesen werden Dateien bis %3 MB.</translation>
    </message>
    <message>
        <source>%1 is not a Ricercar checkpoint.</source>
        <translation>%1 ist kein Checkpoint von Ricercar.</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged: %2. Use another checkpoint of the run.</source>
        <translation>Der Checkpoint %1 ist beschädigt: %2. Nehmen Sie einen anderen Checkpoint des Laufs.</translation>
    </message>
    <message>
        <source>The checkpoint %1 was written by a newer Ricercar (file version %2). Update the program to use it.</source>
        <translation>Der Checkpoint %1 stammt von einem neueren Ricercar (Dateiversion %2). Aktualisieren Sie das Programm, um ihn zu benutzen.</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not fit the network it describes: %2. It cannot be used.</source>
        <translation>Der Checkpoint %1 passt nicht zu dem Netz, das er beschreibt: %2. Er ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>This checkpoint was made for generating only; training cannot go on from it.</source>
        <translation>Dieser Checkpoint ist nur zum Erzeugen gedacht; von ihm aus kann nicht weiter trainiert werden.</translation>
    </message>
    <message>
        <source>There is no music to train on. Import MIDI files first, and see why pieces were rejected.</source>
        <translation>Es gibt keine Musik zum Trainieren. Importieren Sie zuerst MIDI-Dateien und sehen Sie nach, warum Stücke abgelehnt wurden.</translation>
    </message>
    <message>
        <source>Training kept failing at step %1: the loss is not a number. Start again with a smaller learning rate.</source>
        <translation>Das Training ist bei Schritt %1 mehrmals gescheitert: Der Verlust ist keine Zahl. Beginnen Sie neu mit kleinerer Lernrate.</translation>
    </message>
    <message>
        <source>Training and evaluation need %1, which cannot be loaded: %2. Install Ricercar again, with libtorch.</source>
        <translation>Training und Auswertung brauchen %1, das sich nicht laden lässt: %2. Installieren Sie Ricercar neu, mit libtorch.</translation>
    </message>
    <message>
        <source>it was made for another version</source>
        <translation>es gehört zu einer anderen Version</translation>
    </message>
    <message>
        <source>There is no run %1 with a checkpoint in this workspace. Choose another run, or start a new one.</source>
        <translation>In diesem Arbeitsbereich gibt es keinen Lauf %1 mit einem Checkpoint. Wählen Sie einen anderen Lauf oder beginnen Sie einen neuen.</translation>
    </message>
    <message>
        <source>The primer %1 has no notes that the model could go on from. Choose another file.</source>
        <translation>Die Vorgabe %1 hat keine Noten, an die das Modell anknüpfen könnte. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be %2; it has to be %3.</source>
        <translation>%1 kann nicht %2 sein; erlaubt ist: %3.</translation>
    </message>
    <message>
        <source>Something went wrong inside Ricercar: %1.</source>
        <translation>In Ricercar ist etwas schiefgegangen: %1.</translation>
    </message>
    <message>
        <source>The workspace %1 cannot be used: %2. Its folder has to exist and be writable; choose another place.</source>
        <translation>Der Arbeitsbereich %1 ist nicht benutzbar: %2. Sein Ordner muss vorhanden und beschreibbar sein; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 is not a Ricercar workspace. Choose another file, or a new name.</source>
        <translation>%1 ist kein Arbeitsbereich von Ricercar. Wählen Sie eine andere Datei oder einen neuen Namen.</translation>
    </message>
    <message>
        <source>The workspace %1 is damaged: %2. Restore a copy of it, or import into a new one.</source>
        <translation>Der Arbeitsbereich %1 ist beschädigt: %2. Stellen Sie eine Kopie wieder her oder importieren Sie in einen neuen.</translation>
    </message>
    <message>
        <source>The workspace %1 was written by a newer Ricercar (version %2, known here up to %3). Open it with that one.</source>
        <translation>Der Arbeitsbereich %1 stammt von einem neueren Ricercar (Version %2, hier bekannt bis %3). Öffnen Sie ihn mit diesem.</translation>
    </message>
    <message>
        <source>The workspace %1 is kept busy by another program. Try again when that one is done.</source>
        <translation>Der Arbeitsbereich %1 wird von einem anderen Programm benutzt. Versuchen Sie es erneut, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>Piece %2 of the workspace %1 was rejected, so there are no notes of it to show.</source>
        <translation>Stück %2 des Arbeitsbereichs %1 wurde abgelehnt, darum gibt es keine Noten zu zeigen.</translation>
    </message>
    <message>
        <source>Its notes stand off the grid of 16ths: %1 % of a 16th on average, and one in twenty by more than %2 %. It was probably played without a click, so its rhythm on the grid is rough.</source>
        <translation>Die Noten liegen neben dem Raster der Sechzehntel: im Mittel um %1 % eines Sechzehntels, jede zwanzigste um mehr als %2 %. Es wurde wohl ohne Metronom gespielt, darum ist der Rhythmus im Raster grob.</translation>
    </message>
    <message>
        <source>Some of its notes stand between the 16ths (one in twenty by more than %1 % of one), as triplets and ornaments do; each was moved to the nearest.</source>
        <translation>Einige Noten liegen zwischen den Sechzehnteln (jede zwanzigste um mehr als %1 % davon), wie bei Triolen und Verzierungen; jede wurde zum nächsten verschoben.</translation>
    </message>
    <message>
        <source>%1 is not a piano-roll file: %2. It has to be JSON with &quot;step&quot;, &quot;train&quot;, &quot;valid&quot; and &quot;test&quot;.</source>
        <translation>%1 ist keine Klavierrollen-Datei: %2. Es muss JSON mit &quot;step&quot;, &quot;train&quot;, &quot;valid&quot; und &quot;test&quot; sein.</translation>
    </message>
    <message>
        <source>%1 is not a SoundFont that can be read. Choose another .sf2 or .sf3 file.</source>
        <translation>%1 ist keine lesbare SoundFont-Datei. Wählen Sie eine andere .sf2- oder .sf3-Datei.</translation>
    </message>
    <message>
        <source>The piece would be %1 hours of sound, a WAV file holds %2. Export a part of it.</source>
        <translation>Das Stück ergäbe %1 Stunden Klang, eine WAV-Datei fasst %2. Exportieren Sie einen Teil davon.</translation>
    </message>
    <message>
        <source>No MIDI system was found (%1). Ports are listed here once ALSA&apos;s sequencer (modprobe snd-seq) or a JACK server runs.</source>
        <translation>Es wurde kein MIDI-System gefunden (%1). Anschlüsse stehen hier, sobald der ALSA-Sequencer (modprobe snd-seq) oder ein JACK-Server läuft.</translation>
    </message>
    <message>
        <source>The MIDI port %1 cannot be opened: %2. Another program may be using it.</source>
        <translation>Der MIDI-Anschluss %1 lässt sich nicht öffnen: %2. Vielleicht benutzt ihn ein anderes Programm.</translation>
    </message>
    <message>
        <source>%1 is empty: it has no bytes at all. Copy or download it again.</source>
        <translation>%1 ist leer: Die Datei hat kein einziges Byte. Kopieren oder laden Sie sie erneut.</translation>
    </message>
    <message>
        <source>%1 ends inside the MIDI header at byte %2. Copy or download it again.</source>
        <translation>%1 endet im MIDI-Kopf bei Byte %2. Kopieren oder laden Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>%1 has the time division %2 at byte %3, which tells no time, so its notes cannot be placed.</source>
        <translation>%1 hat bei Byte %3 die Zeiteinteilung %2, die keine Zeit angibt; darum lassen sich die Noten nicht einordnen.</translation>
    </message>
    <message>
        <source>%1 holds no music: its header promises tracks (%2), but from byte %3 on there is none.</source>
        <translation>%1 enthält keine Musik: Der Kopf verspricht Spuren (%2), aber ab Byte %3 gibt es keine.</translation>
    </message>
    <message>
        <source>What stands before the MIDI header was skipped (bytes: %1).</source>
        <translation>Was vor dem MIDI-Kopf steht, wurde übergangen (Bytes: %1).</translation>
    </message>
    <message>
        <source>Format %1 is unknown; the tracks were read as in format 1.</source>
        <translation>Format %1 ist unbekannt; die Spuren wurden wie in Format 1 gelesen.</translation>
    </message>
    <message>
        <source>The header promises another number of tracks (%1) than was found (%2).</source>
        <translation>Der Kopf verspricht eine andere Zahl von Spuren (%1), als gefunden wurde (%2).</translation>
    </message>
    <message>
        <source>Only the first %1 tracks were read; more follow at byte %2.</source>
        <translation>Nur die ersten %1 Spuren wurden gelesen; weitere folgen ab Byte %2.</translation>
    </message>
    <message>
        <source>The chunk “%1” at byte %2 is no track and was skipped.</source>
        <translation>Der Block „%1“ bei Byte %2 ist keine Spur und wurde übergangen.</translation>
    </message>
    <message>
        <source>What is no track at byte %2 was skipped (bytes: %1).</source>
        <translation>Was bei Byte %2 keine Spur ist, wurde übergangen (Bytes: %1).</translation>
    </message>
    <message>
        <source>Track %1 at byte %2 claims to be longer than the file (bytes missing: %3); it was read as far as it goes.</source>
        <translation>Spur %1 bei Byte %2 will länger sein als die Datei (fehlende Bytes: %3); sie wurde gelesen, soweit sie reicht.</translation>
    </message>
    <message>
        <source>Track %1 is damaged at byte %2; what precedes it was kept.</source>
        <translation>Spur %1 ist bei Byte %2 beschädigt; was davor steht, wurde behalten.</translation>
    </message>
    <message>
        <source>Track %1 has no end-of-track event; it ends with its last event.</source>
        <translation>Spur %1 hat kein Spurende; sie endet mit ihrem letzten Ereignis.</translation>
    </message>
    <message>
        <source>Track %1 goes on after its end at byte %3; the rest was left out (bytes: %2).</source>
        <translation>Spur %1 geht nach ihrem Ende bei Byte %3 weiter; der Rest wurde weggelassen (Bytes: %2).</translation>
    </message>
    <message>
        <source>Track %1 has a data byte without a status at byte %2; what precedes it was kept.</source>
        <translation>Spur %1 hat bei Byte %2 ein Datenbyte ohne Status; was davor steht, wurde behalten.</translation>
    </message>
    <message>
        <source>Track %1 has data bytes above 127 (%2, the first at byte %3); they were taken as 127.</source>
        <translation>Spur %1 hat Datenbytes über 127 (%2, das erste bei Byte %3); sie wurden als 127 gelesen.</translation>
    </message>
    <message>
        <source>Track %1 has system messages, which have no place in a file (%2, the first at byte %3); they were skipped.</source>
        <translation>Spur %1 hat Systemnachrichten, die in keine Datei gehören (%2, die erste bei Byte %3); sie wurden übergangen.</translation>
    </message>
    <message>
        <source>Track %1 has a tempo at byte %2 that makes no sense; it was left out.</source>
        <translation>Spur %1 hat bei Byte %2 ein sinnloses Tempo; es wurde weggelassen.</translation>
    </message>
    <message>
        <source>Track %1 has a time signature at byte %2 that makes no sense; it was left out.</source>
        <translation>Spur %1 hat bei Byte %2 eine sinnlose Taktangabe; sie wurde weggelassen.</translation>
    </message>
    <message>
        <source>Track %1 has a key signature at byte %2 that makes no sense; it was left out.</source>
        <translation>Spur %1 hat bei Byte %2 eine sinnlose Tonart; sie wurde weggelassen.</translation>
    </message>
    <message>
        <source>Track %1 has notes that are never switched off (%2); they end with the track.</source>
        <translation>Spur %1 hat Noten, die nie enden (%2); sie enden mit der Spur.</translation>
    </message>
    <message>
        <source>Further remarks about this file: %1.</source>
        <translation>Weitere Anmerkungen zu dieser Datei: %1.</translation>
    </message>
    <message>
        <source>A bar of %1 is no whole number of 16th notes, so it has no place on the grid.</source>
        <translation>Ein Takt von %1 ist keine ganze Zahl von Sechzehnteln und hat darum keinen Platz im Raster.</translation>
    </message>
    <message>
        <source>There are no notes in it.</source>
        <translation>Es enthält keine Noten.</translation>
    </message>
    <message>
        <source>All of its notes (%1) lie outside the pitches %2 to %3.</source>
        <translation>Alle Noten (%1) liegen außerhalb der Tonhöhen %2 bis %3.</translation>
    </message>
    <message>
        <source>It was cut after step %1; later notes were left out (%2).</source>
        <translation>Es wurde nach Schritt %1 abgeschnitten; spätere Noten wurden weggelassen (%2).</translation>
    </message>
    <message>
        <source>Notes held over a change of meter were cut there (%1).</source>
        <translation>Über einen Taktwechsel gehaltene Noten wurden dort abgeschnitten (%1).</translation>
    </message>
    <message>
        <source>There is no SoundFont (.sf2 or .sf3) on this computer, so nothing can be heard. Install the package timgm6mb-soundfont or fluid-soundfont-gm, or name a file of your own in RICERCAR_SOUNDFONT.</source>
        <translation>Auf diesem Rechner gibt es keine SoundFont-Datei (.sf2 oder .sf3), darum ist nichts zu hören. Installieren Sie das Paket timgm6mb-soundfont oder fluid-soundfont-gm oder nennen Sie in RICERCAR_SOUNDFONT eine eigene Datei.</translation>
    </message>
    <message>
        <source>No sound device could be opened (tried %1), so playing is silent. Connect one, or start the sound server, then choose the synthesizer again.</source>
        <translation>Es ließ sich kein Audiogerät öffnen (versucht: %1), darum bleibt es still. Schließen Sie eines an oder starten Sie den Klangserver und wählen Sie dann den Synthesizer erneut.</translation>
    </message>
    <message>
        <source>There is no MIDI port %1. Connect the device, or choose another port.</source>
        <translation>Es gibt keinen MIDI-Anschluss %1. Schließen Sie das Gerät an oder wählen Sie einen anderen Anschluss.</translation>
    </message>
    <message>
        <source>The configuration is no JSON: it goes wrong in line %1, at byte %2. Mend it there.</source>
        <translation>Die Konfiguration ist kein JSON: Sie wird in Zeile %1 bei Byte %2 ungültig. Dort ist sie zu berichtigen.</translation>
    </message>
    <message>
        <source>Notes of the primer outside the pitches that the model knows, %2 to %3, were left out (%1).</source>
        <translation>Noten der Vorgabe außerhalb der Tonhöhen, die das Modell kennt (%2 bis %3), wurden weggelassen (%1).</translation>
    </message>
    <message>
        <source>Notes outside the pitches of this run, %2 to %3, are not learnt from (%1). Choose a wider range, or the one of the music.</source>
        <translation>Aus Noten außerhalb der Tonhöhen dieses Laufs (%2 bis %3) wird nicht gelernt (%1). Ein weiterer Bereich oder der der Musik nimmt sie auf.</translation>
    </message>
    <message>
        <source>Notes outside the pitches %2 to %3 were left out (%1).</source>
        <translation>Noten außerhalb der Tonhöhen %2 bis %3 wurden weggelassen (%1).</translation>
    </message>
    <message>
        <source>Notes outside the pitches that the model knows, %2 to %3, are not scored (%1), which flatters the figure.</source>
        <translation>Noten außerhalb der Tonhöhen, die das Modell kennt (%2 bis %3), werden nicht bewertet (%1), was den Wert beschönigt.</translation>
    </message>
    <message>
        <source>The archive %1 cannot be unpacked any further: %2. What came before was imported; unpack it yourself and import the folder.</source>
        <translation>Das Archiv %1 lässt sich nicht weiter entpacken: %2. Was davor kam, wurde importiert; entpacken Sie es selbst und importieren Sie den Ordner.</translation>
    </message>
    <message>
        <source>The archive %1 was left after %2 MB: it unpacks to far more than its size allows music to be. What came before was imported; unpack it yourself if you trust it, and import the folder.</source>
        <translation>Das Archiv %1 wurde nach %2 MB verlassen: Es entpackt sich zu weit mehr, als Musik bei seiner Größe sein kann. Was davor kam, wurde importiert; entpacken Sie es selbst, wenn Sie ihm trauen, und importieren Sie den Ordner.</translation>
    </message>
    <message>
        <source>The archive %1 holds no MIDI files (.mid .midi .kar .rmi .smf).</source>
        <translation>Das Archiv %1 enthält keine MIDI-Dateien (.mid .midi .kar .rmi .smf).</translation>
    </message>
    <message>
        <source>The workspace does not hold the original of %1, as an earlier Ricercar imported it. Remove the piece and import the file again to change how it is read.</source>
        <translation>Der Arbeitsbereich enthält das Original von %1 nicht, da ein früheres Ricercar es importiert hat. Entfernen Sie das Stück und importieren Sie die Datei neu, um zu ändern, wie sie gelesen wird.</translation>
    </message>
    <message>
        <source>What was done to the piece is not understood here: %1. Open the workspace with the newest Ricercar.</source>
        <translation>Was mit dem Stück geschehen ist, wird hier nicht verstanden: %1. Öffnen Sie den Arbeitsbereich mit dem neuesten Ricercar.</translation>
    </message>
    <message>
        <source>It was set aside by hand.</source>
        <translation>Es wurde von Hand beiseitegelegt.</translation>
    </message>
    <message>
        <source>None of its notes (%1) is in the tracks and channels that were chosen.</source>
        <translation>Keine seiner Noten (%1) liegt in den gewählten Spuren und Kanälen.</translation>
    </message>
    <message>
        <source>No beat was found in it: it has too few notes, or all of them at once.</source>
        <translation>Es wurde kein Takt darin gefunden: Es hat zu wenige Noten, oder alle zugleich.</translation>
    </message>
    <message>
        <source>Its music is in the first part of its file, which was taken as one piece.</source>
        <translation>Seine Musik steht im ersten Teil seiner Datei, die als ein Stück genommen wurde.</translation>
    </message>
    <message>
        <source>It has fewer bars (%1) than wanted (%2).</source>
        <translation>Es hat weniger Takte (%1) als gewünscht (%2).</translation>
    </message>
    <message>
        <source>Its notes stand %1 % of a 16th off the grid on average; at most %2 % is wanted.</source>
        <translation>Seine Noten stehen im Mittel %1 % eines Sechzehntels neben dem Raster; gewünscht sind höchstens %2 %.</translation>
    </message>
    <message>
        <source>%1 notes sound at once on average; wanted are %2 to %3.</source>
        <translation>Im Mittel klingen %1 Noten zugleich; gewünscht sind %2 bis %3.</translation>
    </message>
    <message>
        <source>Its pitches %1 to %2 go beyond those wanted, %3 to %4.</source>
        <translation>Seine Tonhöhen %1 bis %2 gehen über die gewünschten %3 bis %4 hinaus.</translation>
    </message>
    <message>
        <source>It bears none of the tags wanted (%1).</source>
        <translation>Es trägt keines der gewünschten Schlagwörter (%1).</translation>
    </message>
    <message>
        <source>It is the same music as “%1”, which was imported before.</source>
        <translation>Es ist dieselbe Musik wie „%1“, das früher importiert wurde.</translation>
    </message>
    <message>
        <source>It resembles “%1” and “%2”, which are on different sides of the split, so it was left out. Choose a side for it by hand to use it.</source>
        <translation>Es ähnelt „%1“ und „%2“, die auf verschiedenen Seiten der Aufteilung stehen, und wurde deshalb ausgelassen. Wählen Sie von Hand eine Seite, um es zu verwenden.</translation>
    </message>
    <message>
        <source>%1 is larger than any SoundFont can be (4 GB). Choose another .sf2 or .sf3 file.</source>
        <translation>%1 ist größer, als ein SoundFont sein kann (4 GB). Bitte eine andere .sf2- oder .sf3-Datei wählen.</translation>
    </message>
    <message>
        <source>The sound device (%1) has gone, so playing is silent. The sound comes back by itself when the device does.</source>
        <translation>Das Tongerät (%1) ist nicht mehr da; die Wiedergabe ist stumm. Der Ton kommt mit dem Gerät von selbst zurück.</translation>
    </message>
    <message>
        <source>It is in %1, and only %2 is admitted. Admit that meter to learn from it.</source>
        <translation>Es steht im %1-Takt, zugelassen ist nur %2. Lassen Sie diesen Takt zu, um daraus zu lernen.</translation>
    </message>
    <message>
        <source>%1 is not a MIDI file: there is no MThd header in its first %2 bytes.</source>
        <translation>%1 ist keine MIDI-Datei: In den ersten %2 Bytes steht kein MThd-Kopf.</translation>
    </message>
    <message>
        <source>All of its notes lie behind the first %1 steps of the file, and no more are read.</source>
        <translation>Alle Noten stehen hinter den ersten %1 Schritten der Datei, und mehr werden nicht gelesen.</translation>
    </message>
    <message>
        <source>No model named %1 ships with Ricercar. There are: %2.</source>
        <translation>Kein Modell namens %1 wird mit Ricercar geliefert. Es gibt: %2.</translation>
    </message>
    <message>
        <source>The folder that the program was started in is gone. Change to one that exists.</source>
        <translation>Den Ordner, in dem das Programm gestartet wurde, gibt es nicht mehr. Wechseln Sie in einen, den es gibt.</translation>
    </message>
    <message>
        <source>There is no folder %1 for temporary files. Set TMPDIR to a folder that exists.</source>
        <translation>Es gibt keinen Ordner %1 für zeitweilige Dateien. Setzen Sie TMPDIR auf einen Ordner, den es gibt.</translation>
    </message>
    <message>
        <source>Run %1 is being trained already, by %2, since %3. Wait for its end, or stop it there.</source>
        <translation>Lauf %1 wird schon trainiert, von %2, seit %3. Warten Sie sein Ende ab, oder halten Sie ihn dort an.</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked: %2. Unpack the archive yourself and import the folder.</source>
        <translation>%1 lässt sich nicht auspacken: %2. Packen Sie das Archiv selbst aus, und importieren Sie den Ordner.</translation>
    </message>
    <message>
        <source>%1 is an archive inside of another, which is not opened. Unpack it and import it by itself.</source>
        <translation>%1 ist ein Archiv in einem anderen und wird nicht geöffnet. Packen Sie es aus, und importieren Sie es für sich.</translation>
    </message>
    <message>
        <source>Note-offs are lost in track %1 (%2). Each of these notes ends where its key is struck again.</source>
        <translation>In Spur %1 fehlen Note-offs (%2). Jede dieser Noten endet, wo ihre Taste wieder angeschlagen wird.</translation>
    </message>
    <message>
        <source>A second MIDI file begins at byte %1 and was left out (bytes: %2). Cut the file in two there to read both.</source>
        <translation>Bei Byte %1 beginnt eine zweite MIDI-Datei, die weggelassen wurde (Bytes: %2). Teilen Sie die Datei dort, um beide zu lesen.</translation>
    </message>
    <message>
        <source>All of its notes (%1) are drums, which are left out.</source>
        <translation>Alle seine Noten (%1) sind Schlagzeug, das weggelassen wird.</translation>
    </message>
    <message>
        <source>Banks or system messages make drums of channels beside 10 (%1); their notes were left out (%2).</source>
        <translation>Bänke oder Systemnachrichten machen außer Kanal 10 weitere Kanäle zum Schlagzeug (%1); ihre Noten wurden weggelassen (%2).</translation>
    </message>
    <message>
        <source>A bank or a system message makes channel 10 melodic; its notes were taken as music (%1).</source>
        <translation>Eine Bank oder Systemnachricht macht Kanal 10 zur Melodiestimme; seine Noten gelten als Musik (%1).</translation>
    </message>
    <message>
        <source>Silent bars were left out (at the start: %1, at the end: %2). The remedy “Keep silence” brings them back.</source>
        <translation>Stille Takte wurden weggelassen (am Anfang: %1, am Ende: %2). Das Mittel „Stille behalten“ bringt sie zurück.</translation>
    </message>
    <message>
        <source>A run of the workspace names a file outside of its folder %1, %2, which is not touched. Trust no other of its files.</source>
        <translation>Ein Lauf des Arbeitsbereichs nennt eine Datei außerhalb seines Ordners %1, %2, die nicht angerührt wird. Trauen Sie auch seinen anderen Dateien nicht.</translation>
    </message>
    <message>
        <source>Note-offs are lost in track %1 (%2; bars: %3). Each of these notes ends where its key is struck again.</source>
        <translation>In Spur %1 fehlen Note-offs (%2; Takte: %3). Jede dieser Noten endet, wo ihre Taste wieder angeschlagen wird.</translation>
    </message>
    <message>
        <source>The meter %1 is stated again within bar %2. Bars are counted anew from there: then %3 notes stand on strong beats, otherwise %4.</source>
        <translation>Die Taktart %1 steht in Takt %2 noch einmal. Die Takte werden von dort an neu gezählt: So stehen %3 Noten auf schweren Zeiten, sonst %4.</translation>
    </message>
    <message>
        <source>The meter %1 is stated again within bar %2. Bars go on as before: so %3 notes stand on strong beats, otherwise %4.</source>
        <translation>Die Taktart %1 steht in Takt %2 noch einmal. Die Takte gehen weiter wie zuvor: So stehen %3 Noten auf schweren Zeiten, sonst %4.</translation>
    </message>
    <message>
        <source>The workspace %1 has no piece %2. It may have been removed.</source>
        <translation>Der Arbeitsbereich %1 hat kein Stück %2. Vielleicht wurde es entfernt.</translation>
    </message>
    <message>
        <source>The workspace %1 has no run %2. It may have been removed.</source>
        <translation>Der Arbeitsbereich %1 hat keinen Lauf %2. Vielleicht wurde er entfernt.</translation>
    </message>
    <message>
        <source>The workspace %1 has no take %2. It may have been removed.</source>
        <translation>Der Arbeitsbereich %1 hat keinen Take %2. Vielleicht wurde er entfernt.</translation>
    </message>
    <message>
        <source>The workspace %1 has no dataset %2. It may have been removed.</source>
        <translation>Der Arbeitsbereich %1 hat keinen Datensatz %2. Vielleicht wurde er entfernt.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is no folder</source>
        <translation>es ist kein Ordner</translation>
    </message>
    <message>
        <source>it is a pipe or a device, no regular file</source>
        <translation>es ist eine Pipe oder ein Gerät, keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is closed to writing</source>
        <translation>sie darf nicht beschrieben werden</translation>
    </message>
    <message>
        <source>its folder is closed to writing</source>
        <translation>ihr Ordner darf nicht beschrieben werden</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>es gibt keinen Ordner %1</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>sie ist verschlüsselt</translation>
    </message>
    <message>
        <source>it is no zip archive</source>
        <translation>es ist kein Zip-Archiv</translation>
    </message>
    <message>
        <source>it has no pieces</source>
        <translation>sie enthält keine Stücke</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>sie ist abgeschnitten</translation>
    </message>
    <message>
        <source>its header is cut off</source>
        <translation>ihr Kopf ist abgeschnitten</translation>
    </message>
    <message>
        <source>its header cannot be read (%1)</source>
        <translation>ihr Kopf ist nicht lesbar (%1)</translation>
    </message>
    <message>
        <source>its checksum is wrong, so it was cut off or altered</source>
        <translation>ihre Prüfsumme stimmt nicht, also wurde sie abgeschnitten oder verändert</translation>
    </message>
    <message>
        <source>a tensor has an impossible shape</source>
        <translation>ein Tensor hat eine unmögliche Form</translation>
    </message>
    <message>
        <source>a tensor is cut off</source>
        <translation>ein Tensor ist abgeschnitten</translation>
    </message>
    <message>
        <source>there is more in it than its header names</source>
        <translation>sie enthält mehr, als ihr Kopf nennt</translation>
    </message>
    <message>
        <source>the number of tensors</source>
        <translation>die Zahl der Tensoren</translation>
    </message>
    <message>
        <source>its version is negative</source>
        <translation>ihre Version ist negativ</translation>
    </message>
    <message>
        <source>take %1 holds no roll</source>
        <translation>Take %1 enthält keine Rolle</translation>
    </message>
    <message>
        <source>piece %1 holds no roll</source>
        <translation>Stück %1 enthält keine Rolle</translation>
    </message>
    <message>
        <source>piece %1 holds no profile</source>
        <translation>Stück %1 enthält kein Profil</translation>
    </message>
    <message>
        <source>there is an object in &quot;%1&quot;</source>
        <translation>in &quot;%1&quot; steht ein Objekt</translation>
    </message>
    <message>
        <source>a list stands where an object should be</source>
        <translation>eine Liste steht, wo ein Objekt sein müsste</translation>
    </message>
    <message>
        <source>a number stands where an object should be</source>
        <translation>eine Zahl steht, wo ein Objekt sein müsste</translation>
    </message>
    <message>
        <source>lists are nested too deep in &quot;%1&quot;</source>
        <translation>in &quot;%1&quot; sind Listen zu tief geschachtelt</translation>
    </message>
    <message>
        <source>lists are nested too deep</source>
        <translation>Listen sind zu tief geschachtelt</translation>
    </message>
    <message>
        <source>its JSON breaks off or is wrong at byte %1</source>
        <translation>ihr JSON bricht bei Byte %1 ab oder ist dort falsch</translation>
    </message>
    <message>
        <source>something in &quot;%1&quot; is no pitch</source>
        <translation>in &quot;%1&quot; steht etwas, das keine Tonhöhe ist</translation>
    </message>
    <message>
        <source>a number stands outside of a frame in &quot;%1&quot;</source>
        <translation>in &quot;%1&quot; steht eine Zahl außerhalb eines Zeitpunkts</translation>
    </message>
    <message>
        <source>the pitch %1 is not within 21 to 108</source>
        <translation>die Tonhöhe %1 liegt nicht zwischen 21 und 108</translation>
    </message>
    <message>
        <source>it has no &quot;%1&quot;</source>
        <translation>sie hat kein &quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1 on %2, process %3</source>
        <translation>%1 auf %2, Prozess %3</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>größer als %1</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>groups of the layout: %1</source>
        <translation>Gruppen des Layouts: %1</translation>
    </message>
    <message>
        <source>1 to 4 layers</source>
        <translation>1 bis 4 Schichten</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 Schichten</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a smaller number</source>
        <translation>eine kleinere Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>eine Liste ganzer Zahlen</translation>
    </message>
    <message>
        <source>a number a computer can hold</source>
        <translation>eine Zahl, die ein Rechner fassen kann</translation>
    </message>
    <message>
        <source>that large</source>
        <translation>so groß</translation>
    </message>
    <message>
        <source>a JSON object of settings</source>
        <translation>ein JSON-Objekt aus Einstellungen</translation>
    </message>
    <message>
        <source>a JSON object of texts</source>
        <translation>ein JSON-Objekt aus Texten</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>was sie ist</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>&quot;auto&quot; or two pitches, lowest and highest</source>
        <translation>&quot;auto&quot; oder zwei Tonhöhen, die tiefste und die höchste</translation>
    </message>
    <message>
        <source>auto, or two MIDI pitches such as 21-108</source>
        <translation>auto oder zwei MIDI-Tonhöhen wie 21-108</translation>
    </message>
    <message>
        <source>a bar of a whole number of 16ths</source>
        <translation>ein Takt aus einer ganzen Zahl von Sechzehnteln</translation>
    </message>
    <message>
        <source>a name that no other dataset has</source>
        <translation>ein Name, den kein anderer Datensatz hat</translation>
    </message>
    <message>
        <source>0 or more each, 1 together at most</source>
        <translation>je mindestens 0 und zusammen höchstens 1</translation>
    </message>
    <message>
        <source>together below 1</source>
        <translation>zusammen kleiner als 1</translation>
    </message>
    <message>
        <source>%1 to %2 quarter notes a minute</source>
        <translation>%1 bis %2 Viertel in der Minute</translation>
    </message>
    <message>
        <source>%1, which --preset says, or left out</source>
        <translation>%1, wie --preset es sagt, oder weggelassen</translation>
    </message>
    <message>
        <source>The configuration</source>
        <translation>Die Konfiguration</translation>
    </message>
    <message>
        <source>A number in the configuration</source>
        <translation>Eine Zahl der Konfiguration</translation>
    </message>
    <message>
        <source>The setting %1</source>
        <translation>Die Einstellung %1</translation>
    </message>
    <message>
        <source>The card</source>
        <translation>Die Karte</translation>
    </message>
    <message>
        <source>A text of the card</source>
        <translation>Ein Text der Karte</translation>
    </message>
    <message>
        <source>The preset in %1</source>
        <translation>Die Voreinstellung in %1</translation>
    </message>
    <message>
        <source>The ending of the sound file %1</source>
        <translation>Die Endung der Klangdatei %1</translation>
    </message>
    <message>
        <source>its header is nested too deep</source>
        <translation>ihr Kopf ist zu tief geschachtelt</translation>
    </message>
    <message>
        <source>what it says of the music it learnt from is impossible</source>
        <translation>was sie über die gelernte Musik sagt, ist unmöglich</translation>
    </message>
    <message>
        <source>nested that deep</source>
        <translation>so tief geschachtelt</translation>
    </message>
    <message>
        <source>This run was trained on other pieces than the ones here now. Start a new run from its weights, or bring the pieces back.</source>
        <translation>Dieser Lauf wurde mit anderen Stücken trainiert, als jetzt hier sind. Beginnen Sie einen neuen Lauf mit seinen Gewichten, oder holen Sie die Stücke zurück.</translation>
    </message>
    <message>
        <source>The pieces that were kept with the run are damaged: %1. Start a new run from its weights instead.</source>
        <translation>Die Stücke, die mit dem Lauf aufbewahrt wurden, sind beschädigt: %1. Beginnen Sie stattdessen einen neuen Lauf mit seinen Gewichten.</translation>
    </message>
    <message>
        <source>The dataset has changed since run %1 began. It goes on with the pieces of then.</source>
        <translation>Der Datensatz hat sich geändert, seit Lauf %1 begann. Er geht mit den Stücken von damals weiter.</translation>
    </message>
    <message>
        <source>Nothing sounds in %1 % of its bars; at most %2 % is wanted.</source>
        <translation>In %1 % seiner Takte klingt nichts; gewünscht sind höchstens %2 %.</translation>
    </message>
    <message>
        <source>It has few notes (%1) for its length (%2 bars); at least %3 a bar are wanted.</source>
        <translation>Es hat wenige Noten (%1) für seine Länge (%2 Takte); gewünscht sind mindestens %3 je Takt.</translation>
    </message>
    <message>
        <source>The fixed note at step %1, pitch %2 lies outside the pitches %3 to %4. Remove it, or widen the range.</source>
        <translation>Die feste Note bei Schritt %1, Tonhöhe %2 liegt außerhalb der Tonhöhen %3 bis %4. Entfernen Sie sie oder erweitern Sie den Umfang.</translation>
    </message>
    <message>
        <source>The fixed note at step %1, pitch %2 is not in the scale. Remove it, or add its pitch to the scale.</source>
        <translation>Die feste Note bei Schritt %1, Tonhöhe %2 gehört nicht zur Tonleiter. Entfernen Sie sie oder nehmen Sie ihren Ton in die Tonleiter auf.</translation>
    </message>
    <message>
        <source>At step %1, up to pitch %2, the fixed cells make %3 notes sound, but only %4 may sound at once. Remove some, or allow more voices.</source>
        <translation>Bei Schritt %1, bis Tonhöhe %2, lassen die festen Zellen %3 Noten klingen, aber höchstens %4 dürfen es zugleich sein. Entfernen Sie einige oder erlauben Sie mehr Stimmen.</translation>
    </message>
    <message>
        <source>The cells fixed at step %1, pitch %2 leave no room for a note of at least %3 steps. Lengthen the note, or allow shorter ones.</source>
        <translation>Die festen Zellen bei Schritt %1, Tonhöhe %2 lassen keinen Platz für eine Note von mindestens %3 Schritten. Verlängern Sie die Note oder erlauben Sie kürzere.</translation>
    </message>
    <message>
        <source>The note fixed at step %1, pitch %2 is longer than %3 steps. Shorten it, or allow longer ones.</source>
        <translation>Die feste Note bei Schritt %1, Tonhöhe %2 ist länger als %3 Schritte. Kürzen Sie sie oder erlauben Sie längere.</translation>
    </message>
    <message>
        <source>The range and the scale leave none of the model&apos;s pitches. Widen the range, or add pitches to the scale.</source>
        <translation>Umfang und Tonleiter lassen keine der Tonhöhen des Modells übrig. Erweitern Sie den Umfang oder nehmen Sie Töne in die Tonleiter auf.</translation>
    </message>
    <message>
        <source>The primer is silent, so it tells the model only how long nothing has sounded.</source>
        <translation>Die Vorgabe ist still; sie sagt dem Modell nur, wie lange nichts geklungen hat.</translation>
    </message>
    <message>
        <source>The last bars of the primer were kept (%1 of %2).</source>
        <translation>Die letzten Takte der Vorgabe wurden behalten (%1 von %2).</translation>
    </message>
    <message>
        <source>No key was found in the primer, so all pitches are allowed.</source>
        <translation>In der Vorgabe wurde keine Tonart gefunden, deshalb sind alle Tonhöhen erlaubt.</translation>
    </message>
    <message>
        <source>The model does not tell repeated notes from held ones; for it, such notes of the primer are one (%1).</source>
        <translation>Das Modell unterscheidet wiederholte Noten nicht von gehaltenen; solche Noten der Vorgabe sind für es eine (%1).</translation>
    </message>
    <message>
        <source>The model %1 has not been trained (0 batches), so its music is noise. Train it first.</source>
        <translation>Das Modell %1 wurde noch nicht trainiert (0 Batches), seine Musik ist Rauschen. Trainieren Sie es zuerst.</translation>
    </message>
    <message>
        <source>The model %1 has learnt next to nothing in %2 batches: it needs %3 nats a step, tossing coins %4. Train it longer.</source>
        <translation>Das Modell %1 hat in %2 Batches so gut wie nichts gelernt: Es braucht %3 Nats je Schritt, Münzwürfe %4. Trainieren Sie es länger.</translation>
    </message>
    <message>
        <source>The model %1 has been trained for only %2 batches, so its music may be noise. Train it longer.</source>
        <translation>Das Modell %1 wurde erst %2 Batches lang trainiert, seine Musik kann Rauschen sein. Trainieren Sie es länger.</translation>
    </message>
    <message>
        <source>The request was made for another model (%1 instead of %2), so the notes will be other ones.</source>
        <translation>Der Auftrag wurde für ein anderes Modell gemacht (%1 statt %2), die Noten werden deshalb andere sein.</translation>
    </message>
    <message>
        <source>The request is no JSON: it goes wrong in line %1, at byte %2. Mend it there.</source>
        <translation>Der Auftrag ist kein JSON: Der Fehler steht in Zeile %1, bei Byte %2. Beheben Sie ihn dort.</translation>
    </message>
    <message>
        <source>The request names no model that is here. Choose one.</source>
        <translation>Der Auftrag nennt kein Modell, das hier vorhanden ist. Wählen Sie eines.</translation>
    </message>
    <message>
        <source>Bars %1 to %2 were asked for, but there are only %3. Choose bars that are there.</source>
        <translation>Verlangt waren die Takte %1 bis %2, es gibt aber nur %3. Wählen Sie Takte, die es gibt.</translation>
    </message>
    <message>
        <source>a number, or a list of [bar, value] with rising bars</source>
        <translation>eine Zahl oder eine Liste von [Takt, Wert] mit steigenden Takten</translation>
    </message>
    <message>
        <source>a key such as &quot;D minor&quot;, &quot;primer&quot;, or a list of pitch classes (0 to 11)</source>
        <translation>eine Tonart wie &quot;D minor&quot;, &quot;primer&quot; oder eine Liste von Tonklassen (0 bis 11)</translation>
    </message>
    <message>
        <source>a list of [step, pitch, cell] or [step, pitch, cell, steps, pitches], cell 0, 1 or 3</source>
        <translation>eine Liste von [Schritt, Tonhöhe, Zelle] oder [Schritt, Tonhöhe, Zelle, Schritte, Tonhöhen], Zelle 0, 1 oder 3</translation>
    </message>
    <message>
        <source>a list of {&quot;from&quot;, &quot;bars&quot;, &quot;to&quot;, &quot;looseness&quot;}, each to a bar after those it comes from</source>
        <translation>eine Liste von {&quot;from&quot;, &quot;bars&quot;, &quot;to&quot;, &quot;looseness&quot;}, jeweils zu einem Takt nach denen, von denen er kommt</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>Der Auftrag</translation>
    </message>
</context>
<context>
    <name>NetworkTensorsWords</name>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>unit %1 (r = %2)</source>
        <translation>Einheit %1 (r = %2)</translation>
    </message>
    <message>
        <source>unit %1 (variance %2)</source>
        <translation>Einheit %1 (Varianz %2)</translation>
    </message>
    <message>
        <source>Choose a cell in the roll: its prediction&apos;s gradients by what the model saw stand here.</source>
        <translation>Eine Zelle in der Rolle wählen: Hier stehen dann die Gradienten ihrer Vorhersage nach dem, was das Modell sah.</translation>
    </message>
    <message>
        <source>P(play) of %1, bar %2</source>
        <translation>P(Spielen) von %1, Takt %2</translation>
    </message>
    <message>
        <source>Nothing in this window lies before the chosen cell: %1.</source>
        <translation>In diesem Fenster liegt nichts vor der gewählten Zelle: %1.</translation>
    </message>
    <message>
        <source>%1: gradient of %2 = %3</source>
        <translation>%1: Gradient von %2 = %3</translation>
    </message>
</context>
<context>
    <name>PieceColumns</name>
    <message>
        <source>%1 (part %2)</source>
        <translation>%1 (Teil %2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps, found</source>
        <translation>
            <numerusform>%Ln Schritt, gefunden</numerusform>
            <numerusform>%Ln Schritte, gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, by hand</source>
        <translation>%1, von Hand</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>From the file&apos;s first track name, else the file&apos;s name</source>
        <translation>Aus dem ersten Spurnamen der Datei, sonst ihr Dateiname</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Accepted, accepted with remarks, or rejected</source>
        <translation>Angenommen, mit Anmerkungen angenommen oder abgelehnt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The file it was imported from</source>
        <translation>Die Datei, aus der es eingelesen wurde</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Takte</translation>
    </message>
    <message>
        <source>Bars, the last one counted even where it is not full</source>
        <translation>Takte, der letzte mitgezählt, auch wenn er nicht voll ist</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Taktart</translation>
    </message>
    <message>
        <source>Time signature; a file is split into parts where it changes</source>
        <translation>Taktart; wo sie wechselt, wird eine Datei in Teile zerlegt</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Quarter notes a minute, from the slowest to the fastest</source>
        <translation>Viertel in der Minute, vom langsamsten bis zum schnellsten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonart</translation>
    </message>
    <message>
        <source>Estimated from how long each pitch class sounds (Krumhansl-Schmuckler)</source>
        <translation>Geschätzt danach, wie lange jede Tonklasse klingt (Krumhansl-Schmuckler)</translation>
    </message>
    <message>
        <source>Key certainty</source>
        <translation>Sicherheit der Tonart</translation>
    </message>
    <message>
        <source>How well the key fits: correlation with its profile, 1 at best</source>
        <translation>Wie gut die Tonart passt: Korrelation mit ihrem Profil, bestenfalls 1</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>Notes put on the grid</source>
        <translation>Noten, die ins Raster gesetzt wurden</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Tracks of the file</source>
        <translation>Spuren der Datei</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>MIDI channels with notes; 10 is the drums&apos;</source>
        <translation>MIDI-Kanäle mit Noten; 10 ist das Schlagzeug</translation>
    </message>
    <message>
        <source>Pitches</source>
        <translation>Tonumfang</translation>
    </message>
    <message>
        <source>From the lowest to the highest note</source>
        <translation>Vom tiefsten bis zum höchsten Ton</translation>
    </message>
    <message>
        <source>Polyphony</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Notes sounding at once, mean over the steps that sound</source>
        <translation>Gleichzeitig klingende Töne, im Mittel über die klingenden Schritte</translation>
    </message>
    <message>
        <source>Most at once</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>The most notes that sound at once</source>
        <translation>Die meisten Töne, die gleichzeitig klingen</translation>
    </message>
    <message>
        <source>Empty bars</source>
        <translation>Leere Takte</translation>
    </message>
    <message>
        <source>Bars in which nothing sounds</source>
        <translation>Takte, in denen nichts klingt</translation>
    </message>
    <message>
        <source>Off the grid</source>
        <translation>Rasterfehler</translation>
    </message>
    <message>
        <source>How far notes begin from the grid: mean, in steps of a 16th; 0.25 is random</source>
        <translation>Wie weit Noten neben dem Raster beginnen: im Mittel, in Schritten von einem Sechzehntel; 0,25 ist zufällig</translation>
    </message>
    <message>
        <source>Off, 95 %</source>
        <translation>Fehler, 95 %</translation>
    </message>
    <message>
        <source>95 of 100 notes begin no further from the grid, in steps of a 16th</source>
        <translation>95 von 100 Noten beginnen höchstens so weit neben dem Raster, in Schritten von einem Sechzehntel</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>Auftakt</translation>
    </message>
    <message>
        <source>Steps before the first bar line; found: not written in the file</source>
        <translation>Schritte vor dem ersten Taktstrich; gefunden: steht nicht in der Datei</translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <translation>Doppelt mit</translation>
    </message>
    <message>
        <source>= the same notes as an earlier piece; ≈ nearly the same, transposed or at another tempo</source>
        <translation>= dieselben Noten wie ein früheres Stück; ≈ fast dieselben, transponiert oder in anderem Tempo</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Words of your own</source>
        <translation>Eigene Wörter</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>What the current dataset uses it for: training, validation, test or nothing</source>
        <translation>Wozu der gewählte Datensatz es nimmt: Training, Validierung, Test oder nichts</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln bars · %2 bpm</source>
        <translation>
            <numerusform>%1 · %Ln Takt · %2 bpm</numerusform>
            <numerusform>%1 · %Ln Takte · %2 bpm</numerusform>
        </translation>
    </message>
    <message>
        <source>Done to it: %1</source>
        <translation>Getan: %1</translation>
    </message>
</context>
<context>
    <name>PieceWords</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>With remarks</source>
        <translation>Mit Anmerkungen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>ProgramNames</name>
    <message>
        <source>Acoustic grand piano</source>
        <translation>Konzertflügel</translation>
    </message>
    <message>
        <source>Bright acoustic piano</source>
        <translation>Heller Flügel</translation>
    </message>
    <message>
        <source>Electric grand piano</source>
        <translation>Elektrischer Flügel</translation>
    </message>
    <message>
        <source>Honky-tonk piano</source>
        <translation>Honky-Tonk-Klavier</translation>
    </message>
    <message>
        <source>Electric piano 1</source>
        <translation>E-Piano 1</translation>
    </message>
    <message>
        <source>Electric piano 2</source>
        <translation>E-Piano 2</translation>
    </message>
    <message>
        <source>Harpsichord</source>
        <translation>Cembalo</translation>
    </message>
    <message>
        <source>Clavinet</source>
        <translation>Clavinet</translation>
    </message>
    <message>
        <source>Celesta</source>
        <translation>Celesta</translation>
    </message>
    <message>
        <source>Glockenspiel</source>
        <translation>Glockenspiel</translation>
    </message>
    <message>
        <source>Music box</source>
        <translation>Spieluhr</translation>
    </message>
    <message>
        <source>Vibraphone</source>
        <translation>Vibraphon</translation>
    </message>
    <message>
        <source>Marimba</source>
        <translation>Marimba</translation>
    </message>
    <message>
        <source>Xylophone</source>
        <translation>Xylophon</translation>
    </message>
    <message>
        <source>Tubular bells</source>
        <translation>Röhrenglocken</translation>
    </message>
    <message>
        <source>Dulcimer</source>
        <translation>Hackbrett</translation>
    </message>
    <message>
        <source>Drawbar organ</source>
        <translation>Zugriegelorgel</translation>
    </message>
    <message>
        <source>Percussive organ</source>
        <translation>Perkussive Orgel</translation>
    </message>
    <message>
        <source>Rock organ</source>
        <translation>Rockorgel</translation>
    </message>
    <message>
        <source>Church organ</source>
        <translation>Kirchenorgel</translation>
    </message>
    <message>
        <source>Reed organ</source>
        <translation>Harmonium</translation>
    </message>
    <message>
        <source>Accordion</source>
        <translation>Akkordeon</translation>
    </message>
    <message>
        <source>Harmonica</source>
        <translation>Mundharmonika</translation>
    </message>
    <message>
        <source>Bandoneon</source>
        <translation>Bandoneon</translation>
    </message>
    <message>
        <source>Nylon-string guitar</source>
        <translation>Gitarre, Nylonsaiten</translation>
    </message>
    <message>
        <source>Steel-string guitar</source>
        <translation>Gitarre, Stahlsaiten</translation>
    </message>
    <message>
        <source>Jazz guitar</source>
        <translation>Jazzgitarre</translation>
    </message>
    <message>
        <source>Clean electric guitar</source>
        <translation>E-Gitarre, klar</translation>
    </message>
    <message>
        <source>Muted electric guitar</source>
        <translation>E-Gitarre, gedämpft</translation>
    </message>
    <message>
        <source>Overdriven guitar</source>
        <translation>E-Gitarre, übersteuert</translation>
    </message>
    <message>
        <source>Distortion guitar</source>
        <translation>E-Gitarre, verzerrt</translation>
    </message>
    <message>
        <source>Guitar harmonics</source>
        <translation>Gitarrenflageolett</translation>
    </message>
    <message>
        <source>Acoustic bass</source>
        <translation>Akustischer Bass</translation>
    </message>
    <message>
        <source>Fingered electric bass</source>
        <translation>E-Bass, gezupft</translation>
    </message>
    <message>
        <source>Picked electric bass</source>
        <translation>E-Bass, Plektrum</translation>
    </message>
    <message>
        <source>Fretless bass</source>
        <translation>Bundloser Bass</translation>
    </message>
    <message>
        <source>Slap bass 1</source>
        <translation>Slap-Bass 1</translation>
    </message>
    <message>
        <source>Slap bass 2</source>
        <translation>Slap-Bass 2</translation>
    </message>
    <message>
        <source>Synth bass 1</source>
        <translation>Synthbass 1</translation>
    </message>
    <message>
        <source>Synth bass 2</source>
        <translation>Synthbass 2</translation>
    </message>
    <message>
        <source>Violin</source>
        <translation>Violine</translation>
    </message>
    <message>
        <source>Viola</source>
        <translation>Viola</translation>
    </message>
    <message>
        <source>Cello</source>
        <translation>Violoncello</translation>
    </message>
    <message>
        <source>Double bass</source>
        <translation>Kontrabass</translation>
    </message>
    <message>
        <source>Tremolo strings</source>
        <translation>Streicher, Tremolo</translation>
    </message>
    <message>
        <source>Pizzicato strings</source>
        <translation>Streicher, Pizzicato</translation>
    </message>
    <message>
        <source>Harp</source>
        <translation>Harfe</translation>
    </message>
    <message>
        <source>Timpani</source>
        <translation>Pauken</translation>
    </message>
    <message>
        <source>String ensemble 1</source>
        <translation>Streicher 1</translation>
    </message>
    <message>
        <source>String ensemble 2</source>
        <translation>Streicher 2</translation>
    </message>
    <message>
        <source>Synth strings 1</source>
        <translation>Synthstreicher 1</translation>
    </message>
    <message>
        <source>Synth strings 2</source>
        <translation>Synthstreicher 2</translation>
    </message>
    <message>
        <source>Choir aahs</source>
        <translation>Chor (Aah)</translation>
    </message>
    <message>
        <source>Voice oohs</source>
        <translation>Stimme (Ooh)</translation>
    </message>
    <message>
        <source>Synth voice</source>
        <translation>Synthstimme</translation>
    </message>
    <message>
        <source>Orchestra hit</source>
        <translation>Orchesterschlag</translation>
    </message>
    <message>
        <source>Trumpet</source>
        <translation>Trompete</translation>
    </message>
    <message>
        <source>Trombone</source>
        <translation>Posaune</translation>
    </message>
    <message>
        <source>Tuba</source>
        <translation>Tuba</translation>
    </message>
    <message>
        <source>Muted trumpet</source>
        <translation>Gedämpfte Trompete</translation>
    </message>
    <message>
        <source>French horn</source>
        <translation>Waldhorn</translation>
    </message>
    <message>
        <source>Brass section</source>
        <translation>Blechbläser</translation>
    </message>
    <message>
        <source>Synth brass 1</source>
        <translation>Synthbläser 1</translation>
    </message>
    <message>
        <source>Synth brass 2</source>
        <translation>Synthbläser 2</translation>
    </message>
    <message>
        <source>Soprano saxophone</source>
        <translation>Sopransaxofon</translation>
    </message>
    <message>
        <source>Alto saxophone</source>
        <translation>Altsaxofon</translation>
    </message>
    <message>
        <source>Tenor saxophone</source>
        <translation>Tenorsaxofon</translation>
    </message>
    <message>
        <source>Baritone saxophone</source>
        <translation>Baritonsaxofon</translation>
    </message>
    <message>
        <source>Oboe</source>
        <translation>Oboe</translation>
    </message>
    <message>
        <source>English horn</source>
        <translation>Englischhorn</translation>
    </message>
    <message>
        <source>Bassoon</source>
        <translation>Fagott</translation>
    </message>
    <message>
        <source>Clarinet</source>
        <translation>Klarinette</translation>
    </message>
    <message>
        <source>Piccolo</source>
        <translation>Piccoloflöte</translation>
    </message>
    <message>
        <source>Flute</source>
        <translation>Flöte</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Blockflöte</translation>
    </message>
    <message>
        <source>Pan flute</source>
        <translation>Panflöte</translation>
    </message>
    <message>
        <source>Blown bottle</source>
        <translation>Flasche, angeblasen</translation>
    </message>
    <message>
        <source>Shakuhachi</source>
        <translation>Shakuhachi</translation>
    </message>
    <message>
        <source>Whistle</source>
        <translation>Pfeifen</translation>
    </message>
    <message>
        <source>Ocarina</source>
        <translation>Okarina</translation>
    </message>
    <message>
        <source>Square lead</source>
        <translation>Rechteck-Lead</translation>
    </message>
    <message>
        <source>Sawtooth lead</source>
        <translation>Sägezahn-Lead</translation>
    </message>
    <message>
        <source>Calliope lead</source>
        <translation>Dampforgel-Lead</translation>
    </message>
    <message>
        <source>Chiff lead</source>
        <translation>Chiff-Lead</translation>
    </message>
    <message>
        <source>Charang lead</source>
        <translation>Charang-Lead</translation>
    </message>
    <message>
        <source>Voice lead</source>
        <translation>Stimmen-Lead</translation>
    </message>
    <message>
        <source>Fifths lead</source>
        <translation>Quinten-Lead</translation>
    </message>
    <message>
        <source>Bass and lead</source>
        <translation>Bass und Lead</translation>
    </message>
    <message>
        <source>New age pad</source>
        <translation>New-Age-Fläche</translation>
    </message>
    <message>
        <source>Warm pad</source>
        <translation>Warme Fläche</translation>
    </message>
    <message>
        <source>Polysynth pad</source>
        <translation>Polysynth-Fläche</translation>
    </message>
    <message>
        <source>Choir pad</source>
        <translation>Chorfläche</translation>
    </message>
    <message>
        <source>Bowed pad</source>
        <translation>Gestrichene Fläche</translation>
    </message>
    <message>
        <source>Metallic pad</source>
        <translation>Metallische Fläche</translation>
    </message>
    <message>
        <source>Halo pad</source>
        <translation>Halo-Fläche</translation>
    </message>
    <message>
        <source>Sweep pad</source>
        <translation>Sweep-Fläche</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>Regen</translation>
    </message>
    <message>
        <source>Soundtrack</source>
        <translation>Filmmusik</translation>
    </message>
    <message>
        <source>Crystal</source>
        <translation>Kristall</translation>
    </message>
    <message>
        <source>Atmosphere</source>
        <translation>Atmosphäre</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Goblins</source>
        <translation>Kobolde</translation>
    </message>
    <message>
        <source>Echoes</source>
        <translation>Echos</translation>
    </message>
    <message>
        <source>Science fiction</source>
        <translation>Science-Fiction</translation>
    </message>
    <message>
        <source>Sitar</source>
        <translation>Sitar</translation>
    </message>
    <message>
        <source>Banjo</source>
        <translation>Banjo</translation>
    </message>
    <message>
        <source>Shamisen</source>
        <translation>Shamisen</translation>
    </message>
    <message>
        <source>Koto</source>
        <translation>Koto</translation>
    </message>
    <message>
        <source>Kalimba</source>
        <translation>Kalimba</translation>
    </message>
    <message>
        <source>Bagpipe</source>
        <translation>Dudelsack</translation>
    </message>
    <message>
        <source>Fiddle</source>
        <translation>Fiedel</translation>
    </message>
    <message>
        <source>Shanai</source>
        <translation>Shehnai</translation>
    </message>
    <message>
        <source>Tinkle bell</source>
        <translation>Glöckchen</translation>
    </message>
    <message>
        <source>Agogo</source>
        <translation>Agogo</translation>
    </message>
    <message>
        <source>Steel drums</source>
        <translation>Steeldrums</translation>
    </message>
    <message>
        <source>Woodblock</source>
        <translation>Holzblock</translation>
    </message>
    <message>
        <source>Taiko drum</source>
        <translation>Taiko</translation>
    </message>
    <message>
        <source>Melodic tom</source>
        <translation>Melodisches Tom</translation>
    </message>
    <message>
        <source>Synth drum</source>
        <translation>Synthtrommel</translation>
    </message>
    <message>
        <source>Reverse cymbal</source>
        <translation>Becken rückwärts</translation>
    </message>
    <message>
        <source>Guitar fret noise</source>
        <translation>Gitarrengriffgeräusch</translation>
    </message>
    <message>
        <source>Breath noise</source>
        <translation>Atemgeräusch</translation>
    </message>
    <message>
        <source>Seashore</source>
        <translation>Brandung</translation>
    </message>
    <message>
        <source>Bird tweet</source>
        <translation>Vogelgezwitscher</translation>
    </message>
    <message>
        <source>Telephone ring</source>
        <translation>Telefonklingeln</translation>
    </message>
    <message>
        <source>Helicopter</source>
        <translation>Hubschrauber</translation>
    </message>
    <message>
        <source>Applause</source>
        <translation>Applaus</translation>
    </message>
    <message>
        <source>Gunshot</source>
        <translation>Schuss</translation>
    </message>
</context>
<context>
    <name>RemedyWords</name>
    <message>
        <source>Find the beat</source>
        <translation>Schlag finden</translation>
    </message>
    <message>
        <source>Join at meter changes</source>
        <translation>An Taktwechseln verbinden</translation>
    </message>
    <message>
        <source>Place the bar line</source>
        <translation>Taktstrich setzen</translation>
    </message>
    <message>
        <source>Shift the notes</source>
        <translation>Noten verschieben</translation>
    </message>
    <message>
        <source>Double the tempo</source>
        <translation>Tempo verdoppeln</translation>
    </message>
    <message>
        <source>Halve the tempo</source>
        <translation>Tempo halbieren</translation>
    </message>
    <message>
        <source>Choose tracks</source>
        <translation>Spuren wählen</translation>
    </message>
    <message>
        <source>Keep the drums</source>
        <translation>Schlagzeug behalten</translation>
    </message>
    <message>
        <source>Drop the drums</source>
        <translation>Schlagzeug weglassen</translation>
    </message>
    <message>
        <source>Fold the pedal in</source>
        <translation>Pedal einrechnen</translation>
    </message>
    <message>
        <source>Ignore the pedal</source>
        <translation>Pedal übergehen</translation>
    </message>
    <message>
        <source>Trim silence</source>
        <translation>Stille kürzen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>beat found</source>
        <translation>Schlag gefunden</translation>
    </message>
    <message>
        <source>joined at meter changes</source>
        <translation>an Taktwechseln verbunden</translation>
    </message>
    <message numerus="yes">
        <source>bar line after %Ln steps</source>
        <translation>
            <numerusform>Taktstrich nach %Ln Schritt</numerusform>
            <numerusform>Taktstrich nach %Ln Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>shifted by %1 steps</source>
        <translation>um %1 Schritte verschoben</translation>
    </message>
    <message>
        <source>tempo doubled</source>
        <translation>Tempo verdoppelt</translation>
    </message>
    <message>
        <source>tempo halved</source>
        <translation>Tempo halbiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tracks chosen</source>
        <translation>
            <numerusform>%Ln Spur gewählt</numerusform>
            <numerusform>%Ln Spuren gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>drums kept</source>
        <translation>Schlagzeug behalten</translation>
    </message>
    <message>
        <source>drums dropped</source>
        <translation>Schlagzeug weggelassen</translation>
    </message>
    <message>
        <source>pedal folded in</source>
        <translation>Pedal eingerechnet</translation>
    </message>
    <message>
        <source>pedal ignored</source>
        <translation>Pedal übergangen</translation>
    </message>
    <message>
        <source>silence trimmed</source>
        <translation>Stille gekürzt</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <source>Split at meter changes</source>
        <translation>An Taktwechseln teilen</translation>
    </message>
    <message>
        <source>Take back in</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Keep silence</source>
        <translation>Stille behalten</translation>
    </message>
    <message>
        <source>silence kept</source>
        <translation>Stille behalten</translation>
    </message>
</context>
<context>
    <name>Roll</name>
    <message>
        <source>primer</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>Anschlag</translation>
    </message>
    <message>
        <source>the grid</source>
        <translation>das Raster</translation>
    </message>
    <message>
        <source>as played</source>
        <translation>wie gespielt</translation>
    </message>
    <message>
        <source>Click to hear the note, Ctrl+click to select every note of this pitch</source>
        <translation>Klick: die Note hören, Strg+Klick: alle Noten dieser Tonhöhe auswählen</translation>
    </message>
    <message>
        <source>The whole piece. Drag to scroll, drag an edge of the frame to zoom</source>
        <translation>Das ganze Stück. Ziehen verschiebt, am Rand des Rahmens ziehen zoomt</translation>
    </message>
    <message>
        <source>Drag to set the loop, double-click to move the playhead</source>
        <translation>Ziehen setzt die Schleife, Doppelklick die Abspielposition</translation>
    </message>
    <message>
        <source>Drag a beat to where it was played. Double-click: a new one. Right button: away</source>
        <translation>Einen Schlag dorthin ziehen, wo er gespielt wurde. Doppelklick: ein neuer. Rechte Taste: weg</translation>
    </message>
    <message>
        <source>Draw a note</source>
        <translation>Note zeichnen</translation>
    </message>
    <message>
        <source>Drag to draw a note; Alt leaves the grid</source>
        <translation>Ziehen zeichnet eine Note; Alt umgeht das Raster</translation>
    </message>
    <message>
        <source>Drag over the notes to erase</source>
        <translation>Über die Noten ziehen, um sie auszuradieren</translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln notes</source>
        <translation>
            <numerusform>%Ln Note kopieren</numerusform>
            <numerusform>%Ln Noten kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln notes</source>
        <translation>
            <numerusform>%Ln Note verschieben</numerusform>
            <numerusform>%Ln Noten verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag to move; Ctrl copies, Alt leaves the grid, Shift keeps to one axis</source>
        <translation>Ziehen verschiebt; Strg kopiert, Alt umgeht das Raster, Umschalt hält eine Richtung</translation>
    </message>
    <message>
        <source>Drag to change the length; Alt leaves the grid, Ctrl changes this note alone</source>
        <translation>Ziehen ändert die Länge; Alt umgeht das Raster, Strg ändert nur diese Note</translation>
    </message>
    <message>
        <source>Drag to paint velocities, with Shift a straight line; the wheel changes them</source>
        <translation>Ziehen zeichnet den Anschlag, mit Umschalt eine Gerade; das Rad ändert ihn</translation>
    </message>
</context>
<context>
    <name>ShippedModels</name>
    <message>
        <source>Ships with Ricercar</source>
        <translation>Wird mit Ricercar geliefert</translation>
    </message>
    <message>
        <source>Demo model</source>
        <translation>Demo-Modell</translation>
    </message>
    <message>
        <source>Ships with Ricercar; trained on the demo dataset</source>
        <translation>Wird mit Ricercar geliefert; mit dem Demo-Datensatz trainiert</translation>
    </message>
    <message>
        <source>Learnt from: %1</source>
        <translation>Gelernt aus: %1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Recipe: %1</source>
        <translation>Rezept: %1</translation>
    </message>
    <message>
        <source>Figures: %1</source>
        <translation>Kennzahlen: %1</translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation>Grenzen: %1</translation>
    </message>
</context>
<context>
    <name>TensorSceneWords</name>
    <message>
        <source>Bars</source>
        <translation>Takte</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>Bar %1, beat %2.%3 · %4 (%5)</source>
        <translation>Takt %1, Schlag %2.%3 · %4 (%5)</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>C major</source>
        <translation>C-Dur</translation>
    </message>
    <message>
        <source>D♭ major</source>
        <translation>Des-Dur</translation>
    </message>
    <message>
        <source>D major</source>
        <translation>D-Dur</translation>
    </message>
    <message>
        <source>E♭ major</source>
        <translation>Es-Dur</translation>
    </message>
    <message>
        <source>E major</source>
        <translation>E-Dur</translation>
    </message>
    <message>
        <source>F major</source>
        <translation>F-Dur</translation>
    </message>
    <message>
        <source>F♯ major</source>
        <translation>Fis-Dur</translation>
    </message>
    <message>
        <source>G major</source>
        <translation>G-Dur</translation>
    </message>
    <message>
        <source>A♭ major</source>
        <translation>As-Dur</translation>
    </message>
    <message>
        <source>A major</source>
        <translation>A-Dur</translation>
    </message>
    <message>
        <source>B♭ major</source>
        <translation>B-Dur</translation>
    </message>
    <message>
        <source>B major</source>
        <translation>H-Dur</translation>
    </message>
    <message>
        <source>C minor</source>
        <translation>c-Moll</translation>
    </message>
    <message>
        <source>C♯ minor</source>
        <translation>cis-Moll</translation>
    </message>
    <message>
        <source>D minor</source>
        <translation>d-Moll</translation>
    </message>
    <message>
        <source>E♭ minor</source>
        <translation>es-Moll</translation>
    </message>
    <message>
        <source>E minor</source>
        <translation>e-Moll</translation>
    </message>
    <message>
        <source>F minor</source>
        <translation>f-Moll</translation>
    </message>
    <message>
        <source>F♯ minor</source>
        <translation>fis-Moll</translation>
    </message>
    <message>
        <source>G minor</source>
        <translation>g-Moll</translation>
    </message>
    <message>
        <source>G♯ minor</source>
        <translation>gis-Moll</translation>
    </message>
    <message>
        <source>A minor</source>
        <translation>a-Moll</translation>
    </message>
    <message>
        <source>B♭ minor</source>
        <translation>b-Moll</translation>
    </message>
    <message>
        <source>B minor</source>
        <translation>h-Moll</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>C♯</source>
        <translation>Cis</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>E♭</source>
        <translation>Es</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>F♯</source>
        <translation>Fis</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>A♭</source>
        <translation>As</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B♭</source>
        <translation>B</translation>
    </message>
    <message>
        <source>B</source>
        <translation>H</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <comment>gigabytes</comment>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <comment>megabytes</comment>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Dur</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Moll</translation>
    </message>
    <message>
        <source>Harmonic minor</source>
        <translation>Harmonisch Moll</translation>
    </message>
    <message>
        <source>Melodic minor</source>
        <translation>Melodisch Moll</translation>
    </message>
    <message>
        <source>Dorian</source>
        <translation>Dorisch</translation>
    </message>
    <message>
        <source>Phrygian</source>
        <translation>Phrygisch</translation>
    </message>
    <message>
        <source>Lydian</source>
        <translation>Lydisch</translation>
    </message>
    <message>
        <source>Mixolydian</source>
        <translation>Mixolydisch</translation>
    </message>
    <message>
        <source>Locrian</source>
        <translation>Lokrisch</translation>
    </message>
    <message>
        <source>Major pentatonic</source>
        <translation>Pentatonik (Dur)</translation>
    </message>
    <message>
        <source>Minor pentatonic</source>
        <translation>Pentatonik (Moll)</translation>
    </message>
    <message>
        <source>Blues</source>
        <translation>Blues</translation>
    </message>
    <message>
        <source>Whole tones</source>
        <translation>Ganztöne</translation>
    </message>
    <message>
        <source>Octatonic</source>
        <translation>Oktatonisch</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message>
        <source>All %1 cores</source>
        <translation>Alle %1 Kerne</translation>
    </message>
    <message>
        <source>For training, generating, importing and all else that takes long, from the next one on. Fewer leave room for other programs; what comes out is the same to the bit</source>
        <translation>Für Training, Erzeugen, Importieren und alles andere, was dauert, vom nächsten an. Weniger lassen anderen Programmen Platz; was herauskommt, ist bis aufs Bit dasselbe</translation>
    </message>
    <message>
        <source>After every change</source>
        <translation>Nach jeder Änderung</translation>
    </message>
    <message>
        <source>Every 10 seconds</source>
        <translation>Alle 10 Sekunden</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message>
        <source>When other music is opened</source>
        <translation>Wenn andere Musik geöffnet wird</translation>
    </message>
    <message>
        <source>When edited notes are written into the workspace. In every case also before anything reads them from there: other music, training, an export, the end of the program</source>
        <translation>Wann bearbeitete Noten in den Arbeitsbereich geschrieben werden. In jedem Fall auch, bevor etwas sie von dort liest: andere Musik, Training, ein Export, das Ende des Programms</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Edited notes are saved</source>
        <translation>Bearbeitete Noten speichern</translation>
    </message>
</context>
<context>
    <name>ricercar::BarPlot</name>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>C4: 120 notes</comment>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>ricercar::BeatBar</name>
    <message>
        <source>Beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>The beats that were found: drag them in the ruler, double-click for a new one, right button to remove</source>
        <translation>Die gefundenen Schläge: im Lineal ziehen, Doppelklick für einen neuen, rechte Taste zum Entfernen</translation>
    </message>
    <message>
        <source>Half as many beats</source>
        <translation>Halb so viele Schläge</translation>
    </message>
    <message>
        <source>Twice as many beats</source>
        <translation>Doppelt so viele Schläge</translation>
    </message>
    <message>
        <source>All beats half a beat later</source>
        <translation>Alle Schläge einen halben Schlag später</translation>
    </message>
    <message>
        <source>Bars begin a beat earlier</source>
        <translation>Takte beginnen einen Schlag früher</translation>
    </message>
    <message>
        <source>Bars begin a beat later</source>
        <translation>Takte beginnen einen Schlag später</translation>
    </message>
    <message>
        <source>Meter of the beats</source>
        <translation>Taktart der Schläge</translation>
    </message>
    <message numerus="yes">
        <source>%Ln beats, %1 a minute · %2 % sure</source>
        <translation>
            <numerusform>%Ln Schlag, %1 je Minute · %2 % sicher</numerusform>
            <numerusform>%Ln Schläge, %1 je Minute · %2 % sicher</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::BeatEditor</name>
    <message>
        <source>Move a beat</source>
        <translation>Schlag verschieben</translation>
    </message>
    <message>
        <source>Insert a beat</source>
        <translation>Schlag einfügen</translation>
    </message>
    <message>
        <source>Remove a beat</source>
        <translation>Schlag entfernen</translation>
    </message>
</context>
<context>
    <name>ricercar::BenchmarkPage</name>
    <message numerus="yes">
        <source>%1: %Ln pieces, %2 frames</source>
        <translation>
            <numerusform>%1: %Ln Stück, %2 Schritte</numerusform>
            <numerusform>%1: %Ln Stücke, %2 Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>known: %1</source>
        <translation>bekannt: %1</translation>
    </message>
    <message>
        <source>%1 ✓ as known</source>
        <translation>%1 ✓ wie bekannt</translation>
    </message>
    <message>
        <source>%1 ≈ known: %2</source>
        <translation>%1 ≈ bekannt: %2</translation>
    </message>
    <message>
        <source>%1 ✗ known: %2</source>
        <translation>%1 ✗ bekannt: %2</translation>
    </message>
    <message>
        <source>A roll file (JSON)</source>
        <translation>Eine Rollendatei (JSON)</translation>
    </message>
    <message>
        <source>A public set of piano rolls with train, valid and test, as JSON</source>
        <translation>Ein öffentlicher Datensatz von Klavierrollen mit Training, Validierung und Test, als JSON</translation>
    </message>
    <message>
        <source>Choose a roll file</source>
        <translation>Rollendatei wählen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>≈ is within a hundredth: counts can be smoothed in more than one way</source>
        <translation>≈ heißt auf ein Hundertstel genau: Zählungen lassen sich auf mehrere Arten glätten</translation>
    </message>
    <message>
        <source>Two simple models that others counted, too: where the figures agree, this program counts as the published table does.</source>
        <translation>Zwei einfache Modelle, die auch andere gerechnet haben: Stimmen die Zahlen überein, zählt dieses Programm wie die veröffentlichte Tabelle.</translation>
    </message>
    <message>
        <source>Each key alone</source>
        <translation>Jede Taste für sich</translation>
    </message>
    <message>
        <source>With its last state</source>
        <translation>Mit ihrem letzten Zustand</translation>
    </message>
    <message>
        <source>Self-tests</source>
        <translation>Selbsttests</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>How long to train in all; a run that goes on has that much less to go</source>
        <translation>Wie lange insgesamt trainiert wird; was ein fortgesetzter Lauf schon hinter sich hat, zählt mit</translation>
    </message>
    <message>
        <source>Of weights and windows. Each seed is a run of its own</source>
        <translation>Der Gewichte und Ausschnitte. Jeder Startwert ist ein eigener Lauf</translation>
    </message>
    <message>
        <source>See its curve</source>
        <translation>Kurve ansehen</translation>
    </message>
    <message>
        <source>One recipe for all sets. It learns from train alone, validation chooses the checkpoint, and test is read once, at the end.</source>
        <translation>Ein Rezept für alle Datensätze. Gelernt wird nur aus dem Trainingsteil, die Validierung wählt den Checkpoint, und der Testteil wird einmal gelesen, am Ende.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Train and score</source>
        <translation>Trainieren und werten</translation>
    </message>
    <message>
        <source>≈ in italics: a bound or an estimate, no exact likelihood, so not comparable</source>
        <translation>≈ kursiv: eine Schranke oder Schätzung, keine exakte Likelihood, also nicht vergleichbar</translation>
    </message>
    <message>
        <source>Nats per frame, lower is better</source>
        <translation>Nats je Schritt, weniger ist besser</translation>
    </message>
    <message>
        <source>Benchmark runs of this workspace</source>
        <translation>Benchmark-Läufe dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Published rolls (*.json)</source>
        <translation>Veröffentlichte Rollen (*.json)</translation>
    </message>
    <message>
        <source>“%1”, a frame is a %2
</source>
        <translation>„%1“, ein Schritt ist: %2
</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Choose one of the public sets: JSB Chorales, Nottingham, Piano-midi.de, MuseData.</source>
        <translation>Wählen Sie einen der öffentlichen Datensätze: JSB Chorales, Nottingham, Piano-midi.de, MuseData.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Run the self-tests</source>
        <translation>Selbsttests ausführen</translation>
    </message>
    <message>
        <source>Counts train and scores test with two models that need no training</source>
        <translation>Zählt den Trainingsteil aus und wertet den Testteil mit zwei Modellen, die kein Training brauchen</translation>
    </message>
    <message>
        <source>Choose a roll file first</source>
        <translation>Zuerst eine Rollendatei wählen</translation>
    </message>
    <message>
        <source>Nothing was published for this set: your own runs stand alone.</source>
        <translation>Für diesen Datensatz wurde nichts veröffentlicht: Ihre eigenen Läufe stehen allein.</translation>
    </message>
    <message>
        <source>Choose a set to see what was published for it.</source>
        <translation>Wählen Sie einen Datensatz, um zu sehen, was dafür veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Go on and score</source>
        <translation>Fortsetzen und werten</translation>
    </message>
    <message>
        <source>Stops after this batch; it can go on later</source>
        <translation>Hält nach diesem Stapel an; es kann später weitergehen</translation>
    </message>
    <message>
        <source>A run is being trained already</source>
        <translation>Es wird schon ein Lauf trainiert</translation>
    </message>
    <message>
        <source>The recipe that ships with the program cannot be read</source>
        <translation>Das mitgelieferte Rezept lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The run of this seed is scored already: it is scored anew, or trained further where the time is longer</source>
        <translation>Der Lauf mit diesem Startwert ist schon gewertet: Er wird neu gewertet oder, wo die Zeit länger ist, weiter trainiert</translation>
    </message>
    <message>
        <source>Trains a model on this set and scores it</source>
        <translation>Trainiert ein Modell auf diesem Datensatz und wertet es</translation>
    </message>
    <message>
        <source>Getting ready …</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>Scoring the pieces …</source>
        <translation>Die Stücke werden gewertet …</translation>
    </message>
    <message>
        <source>Epoch %1, loss %2</source>
        <translation>Epoche %1, Verlust %2</translation>
    </message>
    <message>
        <source>, validation %1</source>
        <translation>, Validierung %1</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, noch %1</translation>
    </message>
    <message>
        <source>A run of this set and seed was left before its end. It goes on from there.</source>
        <translation>Ein Lauf mit diesem Datensatz und Startwert wurde vor seinem Ende verlassen. Er geht von dort weiter.</translation>
    </message>
</context>
<context>
    <name>ricercar::Benchmarking</name>
    <message>
        <source>Self-tests</source>
        <translation>Selbsttests</translation>
    </message>
</context>
<context>
    <name>ricercar::Callout</name>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>ricercar::CellPage</name>
    <message>
        <source>Probability of play</source>
        <translation>Wahrscheinlichkeit, dass die Note klingt</translation>
    </message>
    <message>
        <source>Probability of articulate</source>
        <translation>Wahrscheinlichkeit, dass sie angeschlagen wird</translation>
    </message>
    <message>
        <source>Likeliest completions of the step</source>
        <translation>Wahrscheinlichste Fortsetzungen des Schritts</translation>
    </message>
    <message>
        <source>From here upwards</source>
        <translation>Von hier aufwärts</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Klingt</translation>
    </message>
    <message>
        <source>Articulate</source>
        <translation>Anschlag</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>What else the step might have been</source>
        <translation>Was der Schritt sonst hätte sein können</translation>
    </message>
    <message>
        <source>No cell is selected</source>
        <translation>Keine Zelle gewählt</translation>
    </message>
    <message>
        <source>Click a note or a cell in the roll or in the tensor.</source>
        <translation>Eine Note oder Zelle in der Rolle oder im Tensor anklicken.</translation>
    </message>
    <message>
        <source>Choose a model above to see what it makes of this cell.</source>
        <translation>Oben ein Modell wählen: dann zeigt sich, was es von dieser Zelle hält.</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>Das Modell wird gefragt …</translation>
    </message>
    <message>
        <source>The model does not know this pitch or step.</source>
        <translation>Das Modell kennt diese Tonhöhe oder diesen Schritt nicht.</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>still</translation>
    </message>
    <message>
        <source>struck here</source>
        <translation>hier angeschlagen</translation>
    </message>
    <message>
        <source>held</source>
        <translation>klingt weiter</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 Nats</translation>
    </message>
    <message>
        <source>Silence this note and go on</source>
        <translation>Diese Note schweigen lassen und weiter</translation>
    </message>
    <message>
        <source>Play this note and go on</source>
        <translation>Diese Note spielen und weiter</translation>
    </message>
    <message>
        <source>Another take: the same up to here, then drawn with the same numbers</source>
        <translation>Ein weiterer Take: bis hierher gleich, dann mit denselben Zahlen gezogen</translation>
    </message>
    <message>
        <source>Choose the model that generated this take, and a cell behind its primer</source>
        <translation>Das Modell wählen, das diesen Take erzeugt hat, und eine Zelle hinter seinem Anfang</translation>
    </message>
    <message>
        <source>Given, not drawn, or another model drew it.</source>
        <translation>Vorgegeben, nicht gezogen, oder ein anderes Modell hat sie gezogen.</translation>
    </message>
    <message>
        <source>Set by hand.</source>
        <translation>Von Hand gesetzt.</translation>
    </message>
    <message>
        <source>Drawn %1, below %2: it plays.</source>
        <translation>Gezogen %1, unter %2: sie klingt.</translation>
    </message>
    <message>
        <source>Drawn %1, not below %2: it is silent.</source>
        <translation>Gezogen %1, nicht unter %2: sie schweigt.</translation>
    </message>
    <message>
        <source>Struck anew: %1 is below %2.</source>
        <translation>Neu angeschlagen: %1 liegt unter %2.</translation>
    </message>
    <message>
        <source>Held: %1 is not below %2.</source>
        <translation>Klingt weiter: %1 liegt nicht unter %2.</translation>
    </message>
    <message>
        <source>Temperature %1, conservativity %2</source>
        <translation>Temperatur %1, Zurückhaltung %2</translation>
    </message>
    <message>
        <source>(moved by a guard)</source>
        <translation>(von einem Wächter verschoben)</translation>
    </message>
    <message>
        <source>It was edited since.</source>
        <translation>Seitdem bearbeitet.</translation>
    </message>
    <message>
        <source>ln p</source>
        <translation>ln p</translation>
    </message>
    <message>
        <source>Each probability is exact, given the notes below. Notes in brackets are held.</source>
        <translation>Jede Wahrscheinlichkeit ist exakt, bei den Noten darunter. Noten in Klammern werden gehalten.</translation>
    </message>
    <message>
        <source>The likeliest that a beam of %1 finds, given the notes below</source>
        <translation>Die wahrscheinlichsten, die eine Strahlsuche der Breite %1 findet, bei den Noten darunter</translation>
    </message>
    <message>
        <source>What the model saw, a step before</source>
        <translation>Was das Modell einen Schritt davor sah</translation>
    </message>
    <message>
        <source>, floor %1</source>
        <translation>, Schwelle %1</translation>
    </message>
    <message>
        <source>What it has in mind</source>
        <translation>Woran es sich erinnert</translation>
    </message>
    <message>
        <source>Change this draw</source>
        <translation>Diese Ziehung ändern</translation>
    </message>
</context>
<context>
    <name>ricercar::ConstraintsForm</name>
    <message>
        <source>The lowest pitch of new notes, by its name or number</source>
        <translation>Die tiefste Tonhöhe neuer Noten, mit Namen oder Nummer</translation>
    </message>
    <message>
        <source>The highest pitch of new notes, by its name or number</source>
        <translation>Die höchste Tonhöhe neuer Noten, mit Namen oder Nummer</translation>
    </message>
    <message>
        <source>The scale of new notes; or paint it on the keys</source>
        <translation>Die Tonleiter neuer Noten; oder malen Sie sie auf die Tasten</translation>
    </message>
    <message>
        <source>The first note of the scale</source>
        <translation>Der Grundton der Tonleiter</translation>
    </message>
    <message>
        <source>Notes that sound at once, at most</source>
        <translation>So viele Noten klingen höchstens zugleich</translation>
    </message>
    <message>
        <source>The shortest new note, in 16ths</source>
        <translation>Die kürzeste neue Note, in Sechzehnteln</translation>
    </message>
    <message>
        <source>The longest new note, in 16ths</source>
        <translation>Die längste neue Note, in Sechzehnteln</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>/16</source>
        <comment>note length</comment>
        <translation>/16</translation>
    </message>
    <message>
        <source>Pitches</source>
        <translation>Tonhöhen</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Tonleiter</translation>
    </message>
    <message>
        <source>Voices, at most</source>
        <translation>Stimmen, höchstens</translation>
    </message>
    <message>
        <source>Shortest note</source>
        <translation>Kürzeste Note</translation>
    </message>
    <message>
        <source>Longest note</source>
        <translation>Längste Note</translation>
    </message>
    <message>
        <source>All pitches</source>
        <translation>Alle Töne</translation>
    </message>
    <message>
        <source>Key of the primer</source>
        <translation>Tonart der Vorgabe</translation>
    </message>
    <message>
        <source>As painted</source>
        <translation>Wie gemalt</translation>
    </message>
    <message>
        <source>There is no primer</source>
        <translation>Es gibt keine Vorgabe</translation>
    </message>
    <message>
        <source>key of the primer</source>
        <translation>Tonart der Vorgabe</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln voices</source>
        <translation>
            <numerusform>%Ln Stimme</numerusform>
            <numerusform>%Ln Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
</context>
<context>
    <name>ricercar::ContextGrid</name>
    <message>
        <source>The steps before: click to change them</source>
        <translation>Die Schritte davor: anklicken, um sie zu ändern</translation>
    </message>
</context>
<context>
    <name>ricercar::Curation</name>
    <message>
        <source>Change rules and split</source>
        <translation>Regeln und Aufteilung ändern</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>Regeln ändern</translation>
    </message>
    <message>
        <source>Change the split</source>
        <translation>Aufteilung ändern</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln pieces)</source>
        <translation>
            <numerusform>%1 (%Ln Stück)</numerusform>
            <numerusform>%1 (%Ln Stücke)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces could not be changed.</source>
        <translation>
            <numerusform>%Ln Stück ließ sich nicht ändern.</numerusform>
            <numerusform>%Ln Stücke ließen sich nicht ändern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces are left without music; the list says why.</source>
        <translation>
            <numerusform>%Ln Stück bleibt ohne Musik; die Liste sagt, warum.</numerusform>
            <numerusform>%Ln Stücke bleiben ohne Musik; die Liste sagt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln pieces were changed, the others are as they were.</source>
        <translation>
            <numerusform>Angehalten: %Ln Stück wurde geändert, die anderen sind, wie sie waren.</numerusform>
            <numerusform>Angehalten: %Ln Stücke wurden geändert, die anderen sind, wie sie waren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take all remedies back</source>
        <translation>Alles Getane zurücknehmen</translation>
    </message>
    <message>
        <source>Shift to the nearest grid</source>
        <translation>Auf das nächste Raster schieben</translation>
    </message>
    <message numerus="yes">
        <source>Tag “%1” (%Ln pieces)</source>
        <translation>
            <numerusform>Schlagwort „%1“ (%Ln Stück)</numerusform>
            <numerusform>Schlagwort „%1“ (%Ln Stücke)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove tag “%1” (%Ln pieces)</source>
        <translation>
            <numerusform>Schlagwort „%1“ entfernen (%Ln Stück)</numerusform>
            <numerusform>Schlagwort „%1“ entfernen (%Ln Stücke)</numerusform>
        </translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message numerus="yes">
        <source>Split: %1 (%Ln pieces)</source>
        <translation>
            <numerusform>Aufteilung: %1 (%Ln Stück)</numerusform>
            <numerusform>Aufteilung: %1 (%Ln Stücke)</numerusform>
        </translation>
    </message>
    <message>
        <source>New dataset “%1”</source>
        <translation>Neuer Datensatz „%1“</translation>
    </message>
    <message>
        <source>Copy of a dataset: “%1”</source>
        <translation>Kopie eines Datensatzes: „%1“</translation>
    </message>
    <message>
        <source>Delete the dataset “%1”</source>
        <translation>Datensatz „%1“ löschen</translation>
    </message>
</context>
<context>
    <name>ricercar::CurveEditor</name>
    <message>
        <source>no points</source>
        <translation>keine Punkte</translation>
    </message>
    <message>
        <source>bar %1: %2</source>
        <translation>Takt %1: %2</translation>
    </message>
    <message>
        <source>Click to draw a curve</source>
        <translation>Klicken: Kurve zeichnen</translation>
    </message>
    <message>
        <source>Bar %1: %2
A click adds a point, a drag moves it, a right click removes it. Without points the number holds.</source>
        <translation>Takt %1: %2
Ein Klick setzt einen Punkt, Ziehen verschiebt ihn, ein Rechtsklick entfernt ihn. Ohne Punkte gilt die Zahl.</translation>
    </message>
</context>
<context>
    <name>ricercar::DatasetBar</name>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>The dataset: its rules and its split say what is trained on</source>
        <translation>Der Datensatz: Seine Regeln und seine Aufteilung sagen, woraus gelernt wird</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>New, copied, renamed and deleted datasets; the set as a whole</source>
        <translation>Neue, kopierte, umbenannte und gelöschte Datensätze; der Datensatz als Ganzes</translation>
    </message>
    <message>
        <source>Rules, split and figures</source>
        <translation>Regeln, Aufteilung und Zahlen</translation>
    </message>
    <message>
        <source>New dataset …</source>
        <translation>Neuer Datensatz …</translation>
    </message>
    <message>
        <source>Copy this dataset …</source>
        <translation>Diesen Datensatz kopieren …</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Delete this dataset</source>
        <translation>Diesen Datensatz löschen</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>What can be done to the selected pieces; all of it can be undone</source>
        <translation>Was sich für die ausgewählten Stücke tun lässt; alles lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>Auf&amp;teilung</translation>
    </message>
    <message>
        <source>The pieces stay</source>
        <translation>Die Stücke bleiben</translation>
    </message>
    <message>
        <source>There has to be one dataset</source>
        <translation>Ein Datensatz muss es sein</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>Copy this dataset</source>
        <translation>Diesen Datensatz kopieren</translation>
    </message>
    <message>
        <source>New dataset</source>
        <translation>Neuer Datensatz</translation>
    </message>
    <message>
        <source>Name of the new dataset</source>
        <translation>Name des neuen Datensatzes</translation>
    </message>
    <message>
        <source>Rename the dataset</source>
        <translation>Datensatz umbenennen</translation>
    </message>
    <message>
        <source>Name of the dataset</source>
        <translation>Name des Datensatzes</translation>
    </message>
</context>
<context>
    <name>ricercar::DatasetExport</name>
    <message>
        <source>Writing the table</source>
        <translation>Tabelle wird geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces written to %1</source>
        <translation>
            <numerusform>%Ln Stück nach %1 geschrieben</numerusform>
            <numerusform>%Ln Stücke nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing MIDI files</source>
        <translation>MIDI-Dateien werden geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files written to %1</source>
        <translation>
            <numerusform>%Ln Datei nach %1 geschrieben</numerusform>
            <numerusform>%Ln Dateien nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing NumPy arrays</source>
        <translation>NumPy-Felder werden geschrieben</translation>
    </message>
</context>
<context>
    <name>ricercar::DatasetExportMenu</name>
    <message>
        <source>Table as CSV …</source>
        <translation>Tabelle als CSV …</translation>
    </message>
    <message>
        <source>Dataset as MIDI files …</source>
        <translation>Datensatz als MIDI-Dateien …</translation>
    </message>
    <message>
        <source>Export the dataset as MIDI files</source>
        <translation>Datensatz als MIDI-Dateien ausgeben</translation>
    </message>
    <message>
        <source>Dataset as NumPy arrays …</source>
        <translation>Datensatz als NumPy-Felder …</translation>
    </message>
    <message>
        <source>Export the dataset as NumPy arrays</source>
        <translation>Datensatz als NumPy-Felder ausgeben</translation>
    </message>
    <message>
        <source>Every piece with all its figures, for a spreadsheet</source>
        <translation>Jedes Stück mit allen Werten, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>The pieces as they are learnt from, on the grid, in folders train, validation and test</source>
        <translation>Die Stücke, wie aus ihnen gelernt wird, im Raster, in den Ordnern train, validation und test</translation>
    </message>
    <message>
        <source>The same as arrays of steps, pitches and two numbers: play and articulate</source>
        <translation>Dasselbe als Felder aus Schritten, Tonhöhen und zwei Zahlen: Klingen und Anschlag</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle ausgeben</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>ricercar::DatasetPanel</name>
    <message>
        <source>Drop MIDI files or folders here. Ricercar learns from them.</source>
        <translation>MIDI-Dateien oder Ordner hier ablegen. Ricercar lernt daraus.</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add folder …</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Search title, key, reason</source>
        <translation>Titel, Tonart, Grund suchen</translation>
    </message>
    <message>
        <source>Which pieces are listed</source>
        <translation>Welche Stücke aufgeführt werden</translation>
    </message>
    <message>
        <source>Add MIDI files or a folder</source>
        <translation>MIDI-Dateien oder einen Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add the demo dataset</source>
        <translation>Demo-Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>All pieces (%1)</source>
        <translation>Alle Stücke (%1)</translation>
    </message>
    <message>
        <source>Accepted (%1)</source>
        <translation>Angenommen (%1)</translation>
    </message>
    <message>
        <source>Accepted with a remark (%1)</source>
        <translation>Mit Anmerkung angenommen (%1)</translation>
    </message>
    <message>
        <source>Rejected (%1)</source>
        <translation>Abgelehnt (%1)</translation>
    </message>
    <message>
        <source>%1 bars</source>
        <translation>%1 Takte</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>Show in the roll</source>
        <translation>In der Rolle zeigen</translation>
    </message>
    <message>
        <source>Use as primer</source>
        <translation>Als Vorgabe nehmen</translation>
    </message>
    <message>
        <source>Searches title, file, tags, key, meter and reasons</source>
        <translation>Durchsucht Titel, Datei, Schlagwörter, Tonart, Taktart und Gründe</translation>
    </message>
    <message>
        <source>On which side of the split</source>
        <translation>Auf welcher Seite der Aufteilung</translation>
    </message>
    <message>
        <source>Any split</source>
        <translation>Jede Seite</translation>
    </message>
    <message>
        <source>Which columns are shown</source>
        <translation>Welche Spalten gezeigt werden</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist offen.</translation>
    </message>
    <message>
        <source>New workspace …</source>
        <translation>Neuer Arbeitsbereich …</translation>
    </message>
    <message>
        <source>Export the table or the dataset</source>
        <translation>Tabelle oder Datensatz ausgeben</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces to learn from</source>
        <translation>
            <numerusform>%Ln Stück zum Lernen</numerusform>
            <numerusform>%Ln Stücke zum Lernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the workspace</source>
        <translation>Aus dem Arbeitsbereich entfernen</translation>
    </message>
    <message>
        <source>Search the pieces</source>
        <translation>Die Stücke durchsuchen</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Open another …</source>
        <translation>Anderen öffnen …</translation>
    </message>
</context>
<context>
    <name>ricercar::DrawForm</name>
    <message>
        <source>Above 1: fewer notes. Below 1: more. 1 is what the model learnt</source>
        <translation>Über 1: weniger Noten. Unter 1: mehr. 1 ist, was das Modell gelernt hat</translation>
    </message>
    <message>
        <source>Where a note sounds, pitches less likely than this are not drawn. 0: any pitch may be</source>
        <translation>Wo ein Ton klingt, werden Tonhöhen, die unwahrscheinlicher sind, nicht gezogen. 0: jede kann es werden</translation>
    </message>
    <message>
        <source>The same for notes that begin outside the key of the music so far. 0: as in the key</source>
        <translation>Dasselbe für Noten, die außerhalb der bisherigen Tonart beginnen. 0: wie innerhalb</translation>
    </message>
    <message>
        <source>Voices that are to sound at once, on average: the music is steered towards it, in place of the guard against thin places</source>
        <translation>So viele Stimmen sollen im Mittel zugleich klingen: Die Musik wird dorthin gelenkt, anstelle des Wächters gegen dünne Stellen</translation>
    </message>
    <message>
        <source>Fill out thin places</source>
        <translation>Dünne Stellen füllen</translation>
    </message>
    <message>
        <source>Wake up after silence</source>
        <translation>Nach Stille aufwachen</translation>
    </message>
    <message>
        <source>Temperature over the bars</source>
        <translation>Temperatur über die Takte</translation>
    </message>
    <message>
        <source>Conservativity over the bars</source>
        <translation>Sparsamkeit über die Takte</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>wie es kommt</translation>
    </message>
    <message>
        <source>While fewer notes sound than in the training set, notes are made likelier (Johnson 2015)</source>
        <translation>Solange weniger Noten klingen als in den Trainingsstücken, werden Noten wahrscheinlicher (Johnson 2015)</translation>
    </message>
    <message>
        <source>After a bar of silence the temperature rises until something sounds (DeepJ)</source>
        <translation>Nach einem stillen Takt steigt die Temperatur, bis etwas klingt (DeepJ)</translation>
    </message>
    <message>
        <source>Conservativity</source>
        <translation>Sparsamkeit</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Floor out of key</source>
        <translation>Schwelle außerhalb der Tonart</translation>
    </message>
    <message>
        <source>Voices on average</source>
        <translation>Stimmen im Mittel</translation>
    </message>
    <message>
        <source>temperature curve</source>
        <translation>Temperaturkurve</translation>
    </message>
    <message>
        <source>conservativity curve</source>
        <translation>Sparsamkeitskurve</translation>
    </message>
    <message>
        <source>conservativity %1</source>
        <translation>Sparsamkeit %1</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>floor out of key %1</source>
        <translation>Schwelle außerhalb der Tonart %1</translation>
    </message>
    <message>
        <source>%1 voices on average</source>
        <translation>%1 Stimmen im Mittel</translation>
    </message>
    <message>
        <source>guards</source>
        <translation>Wächter</translation>
    </message>
    <message>
        <source>Last time guards and density moved the draws of %1 of %2 steps</source>
        <translation>Zuletzt haben Wächter und Dichte in %1 von %2 Schritten eingegriffen</translation>
    </message>
</context>
<context>
    <name>ricercar::DuetPanel</name>
    <message>
        <source>In turns</source>
        <translation>Abwechselnd</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>In turns: you play some bars, and the model answers. Together: it plays along with what you hold</source>
        <translation>Abwechselnd: Sie spielen einige Takte, und das Modell antwortet. Zusammen: Es spielt zu dem mit, was Sie halten</translation>
    </message>
    <message>
        <source>How many bars you play before the model answers with as many</source>
        <translation>Wie viele Takte Sie spielen, bevor das Modell mit ebenso vielen antwortet</translation>
    </message>
    <message>
        <source>Below your notes</source>
        <translation>Unter Ihren Tönen</translation>
    </message>
    <message>
        <source>Above your notes</source>
        <translation>Über Ihren Tönen</translation>
    </message>
    <message>
        <source>On both sides</source>
        <translation>Auf beiden Seiten</translation>
    </message>
    <message>
        <source>Quarter notes a minute</source>
        <translation>Viertel in der Minute</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Below 100 %: safer and plainer. Above: bolder and stranger</source>
        <translation>Unter 100 %: sicherer und schlichter. Darüber: kühner und fremder</translation>
    </message>
    <message>
        <source>Metronome</source>
        <translation>Metronom</translation>
    </message>
    <message>
        <source>One bar is counted in, in any case</source>
        <translation>Ein Takt wird auf jeden Fall vorgezählt</translation>
    </message>
    <message>
        <source>Choose a MIDI keyboard …</source>
        <translation>MIDI-Keyboard wählen …</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Bars a turn</source>
        <translation>Takte je Zug</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Taktart</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Play on the computer&apos;s keys: A to L are the white keys from %1 on, W to P the black ones; Z and X move them by an octave.</source>
        <translation>Spielen Sie auf den Tasten des Computers: A bis L sind die weißen Tasten ab %1, W bis P die schwarzen; Z und X verschieben sie um eine Oktave.</translation>
    </message>
    <message>
        <source>Play on %1, or on the computer&apos;s keys: A is %2.</source>
        <translation>Spielen Sie auf %1 oder auf den Tasten des Computers: A ist %2.</translation>
    </message>
    <message>
        <source>End the duet</source>
        <translation>Duett beenden</translation>
    </message>
    <message>
        <source>Begin the duet</source>
        <translation>Duett beginnen</translation>
    </message>
    <message>
        <source>Counting in …</source>
        <translation>Es wird vorgezählt …</translation>
    </message>
    <message>
        <source>Bar %L1</source>
        <translation>Takt %L1</translation>
    </message>
    <message>
        <source>The model plays: bar %1 of %2</source>
        <translation>Das Modell spielt: Takt %1 von %2</translation>
    </message>
    <message>
        <source>You play: bar %1 of %2</source>
        <translation>Sie spielen: Takt %1 von %2</translation>
    </message>
    <message>
        <source>The model needs %1 ms a step. Steps more than 30 ms late: %L2 of %L3.</source>
        <translation>Das Modell braucht %1 ms je Schritt. Schritte, die mehr als 30 ms zu spät kamen: %L2 von %L3.</translation>
    </message>
</context>
<context>
    <name>ricercar::Duetting</name>
    <message>
        <source>A take is being generated. Stop it, or wait for it, before you play.</source>
        <translation>Ein Entwurf wird gerade erzeugt. Halten Sie das an oder warten Sie darauf, bevor Sie spielen.</translation>
    </message>
    <message>
        <source>Duet</source>
        <translation>Duett</translation>
    </message>
    <message>
        <source>Nothing was played, so no take was kept.</source>
        <translation>Es wurde nichts gespielt, also wurde kein Entwurf aufbewahrt.</translation>
    </message>
    <message>
        <source>Duet %1</source>
        <translation>Duett %1</translation>
    </message>
</context>
<context>
    <name>ricercar::Editing</name>
    <message>
        <source>Nothing is shown.</source>
        <translation>Es wird nichts gezeigt.</translation>
    </message>
    <message>
        <source>It is being generated.</source>
        <translation>Es wird gerade erzeugt.</translation>
    </message>
    <message>
        <source>The file that this piece came from was not kept.</source>
        <translation>Die Datei, aus der dieses Stück kam, wurde nicht behalten.</translation>
    </message>
    <message>
        <source>One moment: the grid is being made.</source>
        <translation>Einen Augenblick: Das Raster wird berechnet.</translation>
    </message>
    <message>
        <source>What this step changed is not there any more.</source>
        <translation>Was dieser Schritt geändert hat, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>One moment: the piece is being read.</source>
        <translation>Einen Moment: Das Stück wird gelesen.</translation>
    </message>
</context>
<context>
    <name>ricercar::ExportDialogs</name>
    <message>
        <source>Export MIDI</source>
        <translation>MIDI exportieren</translation>
    </message>
    <message>
        <source>MIDI files, a track each (*.mid)</source>
        <translation>MIDI-Dateien mit einzelnen Spuren (*.mid)</translation>
    </message>
    <message>
        <source>MIDI files, all in one track: format 0 (*.mid)</source>
        <translation>MIDI-Dateien, alles in einer Spur: Format 0 (*.mid)</translation>
    </message>
    <message>
        <source>Export sound</source>
        <translation>Ton exportieren</translation>
    </message>
    <message>
        <source>WAV files (*.wav)</source>
        <translation>WAV-Dateien (*.wav)</translation>
    </message>
    <message>
        <source>FLAC files (*.flac)</source>
        <translation>FLAC-Dateien (*.flac)</translation>
    </message>
    <message>
        <source>Ogg Vorbis files (*.ogg)</source>
        <translation>Ogg-Vorbis-Dateien (*.ogg)</translation>
    </message>
    <message>
        <source>Export a picture of the roll</source>
        <translation>Bild der Rolle exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Export the curve</source>
        <translation>Kurve exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Export sheet music</source>
        <translation>Noten exportieren</translation>
    </message>
    <message>
        <source>MusicXML files (*.musicxml)</source>
        <translation>MusicXML-Dateien (*.musicxml)</translation>
    </message>
    <message>
        <source>Export takes</source>
        <translation>Entwürfe exportieren</translation>
    </message>
    <message>
        <source>MIDI files (*.mid)</source>
        <translation>MIDI-Dateien (*.mid)</translation>
    </message>
    <message>
        <source>Choose a folder for the takes</source>
        <translation>Ordner für die Entwürfe wählen</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>Auftrag speichern</translation>
    </message>
    <message>
        <source>Requests (*.json)</source>
        <translation>Aufträge (*.json)</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Auftrag</translation>
    </message>
</context>
<context>
    <name>ricercar::Exporting</name>
    <message>
        <source>Rendering %1</source>
        <translation>%1 wird berechnet</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message numerus="yes">
        <source>Exporting %Ln takes</source>
        <translation>
            <numerusform>%Ln Entwurf wird exportiert</numerusform>
            <numerusform>%Ln Entwürfe werden exportiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::FeatureTable</name>
    <message>
        <source>Feature values</source>
        <translation>Merkmalswerte</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>How the logit of play changes with the value</source>
        <translation>Wie sich das Logit von „klingt“ mit dem Wert ändert</translation>
    </message>
</context>
<context>
    <name>ricercar::FigureBars</name>
    <message>
        <source>Figures beside the dataset</source>
        <translation>Kennzahlen neben dem Datensatz</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Nats a step</source>
        <translation>Nats je Schritt</translation>
    </message>
    <message>
        <source>Notes a bar</source>
        <translation>Noten je Takt</translation>
    </message>
    <message>
        <source>Polyphony</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Pitch entropy</source>
        <translation>Tonentropie</translation>
    </message>
    <message>
        <source> bits</source>
        <translation> Bit</translation>
    </message>
    <message>
        <source>In best scale</source>
        <translation>In der Tonleiter</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source> semitones</source>
        <translation> Halbtöne</translation>
    </message>
    <message>
        <source>Groove</source>
        <translation>Groove</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Note length</source>
        <translation>Notenlänge</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>%1: not known yet</source>
        <translation>%1: noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2; nine tenths of the dataset have %3 to %4: %5</source>
        <translation>%1: %2; neun Zehntel des Datensatzes haben %3 bis %4: %5</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>darin</translation>
    </message>
    <message>
        <source>below</source>
        <translation>darunter</translation>
    </message>
    <message>
        <source>above</source>
        <translation>darüber</translation>
    </message>
</context>
<context>
    <name>ricercar::FigureTable</name>
    <message>
        <source>Independent keys that know their last state</source>
        <translation>Unabhängige Tasten, die ihren letzten Zustand kennen</translation>
    </message>
    <message>
        <source>Figures for the set</source>
        <translation>Zahlen zum Datensatz</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Nats per frame of the test split over all 88 keys; lower is better</source>
        <translation>Nats je Schritt des Testteils über alle 88 Tasten; weniger ist besser</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>yours, %1</source>
        <translation>eigener, %1</translation>
    </message>
    <message>
        <source>%1 parameters, %2 epochs, on %3</source>
        <translation>%1 Parameter, %2 Epochen, auf %3</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>nicht vergleichbar</translation>
    </message>
    <message>
        <source>A bound or an estimate, not the exact likelihood</source>
        <translation>Eine Schranke oder Schätzung, nicht die exakte Likelihood</translation>
    </message>
</context>
<context>
    <name>ricercar::FoldingRow</name>
    <message>
        <source>More: what has no room here</source>
        <translation>Mehr: was hier keinen Platz hat</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>ricercar::GeneralPage</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>As the language has it</source>
        <translation>Wie in der Sprache üblich</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Names of pitches</source>
        <translation>Namen der Töne</translation>
    </message>
</context>
<context>
    <name>ricercar::GeneratePanel</name>
    <message>
        <source>Take with seed %1</source>
        <translation>Entwurf mit Startwert %1</translation>
    </message>
    <message>
        <source>Stop generating</source>
        <translation>Erzeugen anhalten</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Stops now; the bars so far are kept</source>
        <translation>Hält sofort an; die Takte bis hierher bleiben</translation>
    </message>
    <message>
        <source>Generates a take; the notes appear in the roll as they are drawn</source>
        <translation>Erzeugt einen Entwurf; die Noten erscheinen in der Rolle, während sie gezogen werden</translation>
    </message>
    <message>
        <source>There is no model yet: train one first, in the Training tab</source>
        <translation>Es gibt noch kein Modell: Trainieren Sie zuerst eines, unter Training</translation>
    </message>
    <message>
        <source>This take does not say how it was made.</source>
        <translation>Dieser Take sagt nicht, wie er entstanden ist.</translation>
    </message>
    <message>
        <source>The model that made this take is not here: %1. The form shows the rest of its setup.</source>
        <translation>Das Modell, das diesen Take gemacht hat, ist nicht hier: %1. Das Formular zeigt die übrigen Einstellungen.</translation>
    </message>
    <message>
        <source>Save, open or reset the settings</source>
        <translation>Einstellungen speichern, öffnen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Save request …</source>
        <translation>Auftrag speichern …</translation>
    </message>
    <message>
        <source>Open request …</source>
        <translation>Auftrag öffnen …</translation>
    </message>
    <message>
        <source>As the model wants it</source>
        <translation>Wie das Modell es will</translation>
    </message>
    <message>
        <source>The request is saved as %1.</source>
        <translation>Der Auftrag ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The model that this request names is not here: %1. The form keeps the one that was chosen.</source>
        <translation>Das Modell, das dieser Auftrag nennt, ist nicht hier: %1. Das Formular behält das gewählte.</translation>
    </message>
    <message>
        <source>Reading how strong notes are</source>
        <translation>Anschlagstärken werden gelesen</translation>
    </message>
    <message>
        <source>“%1” has no pieces in this meter whose notes differ in strength</source>
        <translation>„%1“ hat in dieser Taktart keine Stücke, deren Noten verschieden stark sind</translation>
    </message>
    <message>
        <source>Means of “%1” on each 16th of a bar</source>
        <translation>Mittelwerte von „%1“ auf jedem Sechzehntel des Taktes</translation>
    </message>
</context>
<context>
    <name>ricercar::Generation</name>
    <message>
        <source>Generating</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Stopped before the first note; nothing was kept.</source>
        <translation>Vor der ersten Note angehalten; nichts wurde behalten.</translation>
    </message>
    <message>
        <source>The take is not saved yet: %1 It stays in the list, and is saved as soon as that is possible.</source>
        <translation>Der Take ist noch nicht gespeichert: %1 Er bleibt in der Liste und wird gespeichert, sobald es geht.</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
</context>
<context>
    <name>ricercar::GivenRow</name>
    <message>
        <source>Drawn side by side and weighed by how likely the fixed cells are after them. More fit them better and take longer</source>
        <translation>Sie werden nebeneinander gezogen und danach gewichtet, wie wahrscheinlich die festen Zellen nach ihnen sind. Mehr passen besser und dauern länger</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The next take is free again</source>
        <translation>Der nächste Entwurf ist wieder frei</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Last time: effective number of candidates at least %1 of %2</source>
        <translation>Zuletzt: wirksame Zahl der Kandidaten mindestens %1 von %2</translation>
    </message>
    <message>
        <source>How many candidates still counted where they fitted the fixed cells worst. Near 1: one alone fitted, so ask for more</source>
        <translation>So viele Kandidaten zählten noch, wo sie am schlechtesten zu den festen Zellen passten. Nahe 1: nur einer passte; verlangen Sie mehr</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fixed notes from “%1”</source>
        <translation>
            <numerusform>%Ln feste Note aus „%1“</numerusform>
            <numerusform>%Ln feste Noten aus „%1“</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fixed cells from “%1”</source>
        <translation>
            <numerusform>%Ln feste Zelle aus „%1“</numerusform>
            <numerusform>%Ln feste Zellen aus „%1“</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::GridForm</name>
    <message>
        <source>First bar line by hand</source>
        <translation>Ersten Taktstrich von Hand setzen</translation>
    </message>
    <message>
        <source>Shift the grid</source>
        <translation>Raster verschieben</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>The pick-up: 16ths before the first bar line</source>
        <translation>Der Auftakt: Sechzehntel vor dem ersten Taktstrich</translation>
    </message>
    <message>
        <source>Every note comes later by so many 16ths, or earlier</source>
        <translation>Alle Noten kommen um so viele Sechzehntel später oder früher</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>The shift that brings most notes of the first piece nearest to the grid</source>
        <translation>Die Verschiebung, die die meisten Noten des ersten Stücks dem Raster am nächsten bringt</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>Auftakt</translation>
    </message>
    <message>
        <source>Shift the notes</source>
        <translation>Noten verschieben</translation>
    </message>
    <message>
        <source>Placed by hand</source>
        <translation>Von Hand gesetzt</translation>
    </message>
    <message>
        <source>Found by listening</source>
        <translation>Herausgehört</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>Wie die Datei sagt</translation>
    </message>
    <message>
        <source>None was found</source>
        <translation>Keiner gefunden</translation>
    </message>
</context>
<context>
    <name>ricercar::HelpWindow</name>
    <message>
        <source>Handbook – Ricercar</source>
        <translation>Handbuch – Ricercar</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefundenes</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>The handbook is not installed: its pages are missing from this program&apos;s resources.</source>
        <translation>Das Handbuch ist nicht installiert: Seine Seiten fehlen bei den Dateien dieses Programms.</translation>
    </message>
    <message>
        <source>Nothing was found. Try a shorter word.</source>
        <translation>Nichts gefunden. Versuchen Sie ein kürzeres Wort.</translation>
    </message>
    <message>
        <source>%1 – Handbook</source>
        <translation>%1 – Handbuch</translation>
    </message>
</context>
<context>
    <name>ricercar::Helping</name>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Begriffe</translation>
    </message>
</context>
<context>
    <name>ricercar::Importing</name>
    <message>
        <source>Importing</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>No MIDI files (.mid, .midi, .kar, .rmi, .smf) were found there.</source>
        <translation>Dort wurden keine MIDI-Dateien (.mid, .midi, .kar, .rmi, .smf) gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files were there already</source>
        <translation>
            <numerusform>%Ln Datei war schon da</numerusform>
            <numerusform>%Ln Dateien waren schon da</numerusform>
        </translation>
    </message>
    <message>
        <source>No workspace is open to import into. Open one, or make a new one.</source>
        <translation>Kein Arbeitsbereich ist offen, in den importiert werden könnte. Einen öffnen oder einen neuen anlegen.</translation>
    </message>
    <message>
        <source>%1 files/s</source>
        <translation>%1 Dateien/s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces added in %1</source>
        <translation>
            <numerusform>%Ln Stück in %1 hinzugefügt</numerusform>
            <numerusform>%Ln Stücke in %1 hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end; import again to go on</source>
        <translation>vor dem Ende angehalten; erneut importieren, um fortzufahren</translation>
    </message>
    <message>
        <source>Show the rejected</source>
        <translation>Abgelehnte zeigen</translation>
    </message>
</context>
<context>
    <name>ricercar::Insight</name>
    <message>
        <source>%1, branch</source>
        <translation>%1, Zweig</translation>
    </message>
</context>
<context>
    <name>ricercar::InspectorPanel</name>
    <message>
        <source>The model that is asked about the music in the roll</source>
        <translation>Das Modell, das zur Musik in der Rolle gefragt wird</translation>
    </message>
    <message>
        <source>Another model, for the map of differences</source>
        <translation>Ein weiteres Modell, für die Karte der Unterschiede</translation>
    </message>
    <message>
        <source>What is painted over the roll</source>
        <translation>Was über die Rolle gemalt wird</translation>
    </message>
    <message>
        <source>Notes that the model expected, a quarter of the time or more, and that are not there</source>
        <translation>Noten, die das Modell zu einem Viertel oder mehr erwartet hat und die nicht da sind</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Probability of play</source>
        <translation>Wahrscheinlichkeit, dass die Note klingt</translation>
    </message>
    <message>
        <source>Difference of the two</source>
        <translation>Unterschied der beiden</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Over the roll</source>
        <translation>Über der Rolle</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Choose a model beside the first one</source>
        <translation>Neben dem ersten ein weiteres Modell wählen</translation>
    </message>
    <message>
        <source>Near-misses</source>
        <translation>Beinahe-Noten</translation>
    </message>
</context>
<context>
    <name>ricercar::JobLine</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop this job; what it has done so far is kept</source>
        <translation>Diese Arbeit anhalten; was sie bis hierher getan hat, bleibt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln Arbeit</numerusform>
            <numerusform>%Ln Arbeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: stopping …</source>
        <translation>%1: hält an …</translation>
    </message>
    <message>
        <source>%1 %, %2 left</source>
        <translation>%1 %, noch %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Anhalten: %1</translation>
    </message>
</context>
<context>
    <name>ricercar::LayerList</name>
    <message>
        <source>Colour of %1</source>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <source>Choose a colour …</source>
        <translation>Farbe wählen …</translation>
    </message>
    <message>
        <source>Colour by value</source>
        <translation>Farbe nach Wert</translation>
    </message>
    <message>
        <source>Opacity of %1</source>
        <translation>Deckkraft von %1</translation>
    </message>
</context>
<context>
    <name>ricercar::LevelMeter</name>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Level of the synthesizer. The mark at the end: too loud, lower the gain</source>
        <translation>Pegel des Synthesizers. Die Marke am Ende: zu laut, Verstärkung verringern</translation>
    </message>
</context>
<context>
    <name>ricercar::LossPlot</name>
    <message>
        <source>Loss over time</source>
        <translation>Verlust im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Training, each batch</source>
        <translation>Training, jeder Stapel</translation>
    </message>
    <message>
        <source>Training, smoothed</source>
        <translation>Training, geglättet</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Best checkpoint</source>
        <translation>Bester Checkpoint</translation>
    </message>
    <message>
        <source>Loss, nats per step</source>
        <translation>Verlust, Nats je Schritt</translation>
    </message>
    <message>
        <source>Step (batch)</source>
        <translation>Schritt (Stapel)</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Training time, minutes and seconds</source>
        <translation>Trainingszeit, Minuten und Sekunden</translation>
    </message>
</context>
<context>
    <name>ricercar::MainWindow</name>
    <message>
        <source>Roll</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Export the curve</source>
        <translation>Kurve exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another place.</source>
        <translation>%1 lässt sich nicht schreiben. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose a primer</source>
        <translation>Vorgabe wählen</translation>
    </message>
    <message>
        <source>MIDI files (*.mid *.midi *.kar *.rmi *.smf)</source>
        <translation>MIDI-Dateien (*.mid *.midi *.kar *.rmi *.smf)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Import MIDI files</source>
        <translation>MIDI-Dateien importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New workspace …</source>
        <translation>&amp;Neuer Arbeitsbereich …</translation>
    </message>
    <message>
        <source>&amp;Open workspace …</source>
        <translation>Arbeitsbereich ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Add the &amp;demo dataset</source>
        <translation>&amp;Demo-Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Import MIDI files …</source>
        <translation>MIDI-Dateien &amp;importieren …</translation>
    </message>
    <message>
        <source>Import a &amp;folder …</source>
        <translation>&amp;Ordner importieren …</translation>
    </message>
    <message>
        <source>&amp;Export MIDI …</source>
        <translation>MIDI &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Roll</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Show everything</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Transport</source>
        <translation>&amp;Transport</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Train, stop training</source>
        <translation>&amp;Trainieren, Training anhalten</translation>
    </message>
    <message>
        <source>&amp;Generate, stop generating</source>
        <translation>&amp;Erzeugen, Erzeugen anhalten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>&amp;Tastatur und Maus</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;About Ricercar</source>
        <translation>Ü&amp;ber Ricercar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Show the &amp;selection</source>
        <translation>Die A&amp;uswahl zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;loop</source>
        <translation>Die S&amp;chleife zeigen</translation>
    </message>
    <message>
        <source>&amp;Higher rows</source>
        <translation>&amp;Höhere Zeilen</translation>
    </message>
    <message>
        <source>Lo&amp;wer rows</source>
        <translation>&amp;Niedrigere Zeilen</translation>
    </message>
    <message>
        <source>Music (*.mid *.midi *.kar *.rmi *.smf *.zip *.json)</source>
        <translation>Musik (*.mid *.midi *.kar *.rmi *.smf *.zip *.json)</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <source>Published rolls (*.json)</source>
        <translation>Veröffentlichte Rollen (*.json)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Save a &amp;copy as …</source>
        <translation>&amp;Kopie sichern als …</translation>
    </message>
    <message>
        <source>Export the da&amp;taset</source>
        <translation>Da&amp;tensatz ausgeben</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Tracks: instruments, volumes, mute and solo</source>
        <translation>Spuren: Instrumente, Lautstärken, stumm und solo</translation>
    </message>
    <message>
        <source>Export &amp;sound …</source>
        <translation>&amp;Ton exportieren …</translation>
    </message>
    <message>
        <source>Export &amp;picture of the roll …</source>
        <translation>&amp;Bild der Rolle exportieren …</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>T&amp;ensor</source>
        <translation>T&amp;ensor</translation>
    </message>
    <message>
        <source>Public benchmark</source>
        <translation>Öffentlicher Benchmark</translation>
    </message>
    <message>
        <source>Public &amp;benchmark</source>
        <translation>Öffentlicher &amp;Benchmark</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Open the workspace “%1”</source>
        <translation>Den Arbeitsbereich „%1“ öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln models</source>
        <translation>
            <numerusform>Das Modell öffnen</numerusform>
            <numerusform>%Ln Modelle öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the folder “%1” to “%2”</source>
        <translation>Den Ordner „%1“ zu „%2“ hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln files to “%1”</source>
        <translation>
            <numerusform>%Ln Datei zu „%1“ hinzufügen</numerusform>
            <numerusform>%Ln Dateien zu „%1“ hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pre&amp;ferences …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>S&amp;et</source>
        <translation>&amp;Datensatz</translation>
    </message>
    <message>
        <source>Takes are not saved</source>
        <translation>Takes sind nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln takes could not be saved yet and are lost when the window closes.</source>
        <translation>
            <numerusform>%Ln Take konnte noch nicht gespeichert werden und geht verloren, wenn das Fenster geschlossen wird.</numerusform>
            <numerusform>%Ln Takes konnten noch nicht gespeichert werden und gehen verloren, wenn das Fenster geschlossen wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Your music</source>
        <translation>Ihre Musik</translation>
    </message>
    <message>
        <source>Drop MIDI files or folders on the window: each is listed here, taken or not, and why. Click one to see it.</source>
        <translation>Ziehen Sie MIDI-Dateien oder Ordner auf das Fenster: Jede steht dann hier, angenommen oder nicht, und warum. Ein Klick zeigt sie.</translation>
    </message>
    <message>
        <source>The stage</source>
        <translation>Die Bühne</translation>
    </message>
    <message>
        <source>The piano roll shows the music. The tabs above lead to what the network sees, to training and to the set as a whole.</source>
        <translation>Die Klavierrolle zeigt die Musik. Die Reiter darüber führen zu dem, was das Netz sieht, zum Training und zum Datensatz im Ganzen.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Hören</translation>
    </message>
    <message>
        <source>Space plays and pauses. Choose here what plays: the built-in synthesizer or a MIDI port.</source>
        <translation>Die Leertaste spielt und hält inne. Wählen Sie hier, was spielt: der eingebaute Synthesizer oder ein MIDI-Anschluss.</translation>
    </message>
    <message>
        <source>Choose a model and press Generate. The notes appear in the roll while they are drawn. Labels explain themselves: rest the pointer on one, or click it.</source>
        <translation>Wählen Sie ein Modell und drücken Sie Erzeugen. Die Noten erscheinen in der Rolle, während sie gezogen werden. Beschriftungen erklären sich selbst: Lassen Sie den Zeiger auf einer ruhen, oder klicken Sie darauf.</translation>
    </message>
    <message>
        <source>What was generated is kept here. Export it as MIDI or sound, or drag it out of the window.</source>
        <translation>Was erzeugt wurde, bleibt hier. Exportieren Sie es als MIDI oder Ton, oder ziehen Sie es aus dem Fenster.</translation>
    </message>
    <message>
        <source>Train a model of your own</source>
        <translation>Ein eigenes Modell trainieren</translation>
    </message>
    <message>
        <source>With your music in the set, press Train and watch the curve fall. F1 opens the handbook&apos;s page about the panel you are in.</source>
        <translation>Ist Ihre Musik im Datensatz, drücken Sie Trainieren und sehen zu, wie die Kurve fällt. F1 öffnet das Handbuch auf der Seite über das Feld, in dem Sie sind.</translation>
    </message>
    <message>
        <source>Export sheet &amp;music …</source>
        <translation>&amp;Noten exportieren …</translation>
    </message>
    <message>
        <source>The &amp;other of the last two takes</source>
        <translation>Der &amp;andere der letzten beiden Takes</translation>
    </message>
    <message>
        <source>Open a request</source>
        <translation>Einen Auftrag öffnen</translation>
    </message>
    <message>
        <source>Requests and exported takes (*.json *.mid);;All files (*)</source>
        <translation>Aufträge und exportierte Entwürfe (*.json *.mid);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1, continued</source>
        <translation>%1, fortgesetzt</translation>
    </message>
    <message>
        <source>“%1” is no row of temperatures: write up to 32 numbers from 0.01 to 10, with spaces between.</source>
        <translation>„%1“ ist keine Reihe von Temperaturen: Schreiben Sie bis zu 32 Zahlen von 0,01 bis 10, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Duet</source>
        <translation>Duett</translation>
    </message>
    <message>
        <source>Play a &amp;duet …</source>
        <translation>Im &amp;Duett spielen …</translation>
    </message>
    <message>
        <source>%1[*] – Ricercar</source>
        <translation>%1[*] – Ricercar</translation>
    </message>
    <message>
        <source>Sa&amp;ve edited notes now</source>
        <translation>Bearbeitete Noten jetzt &amp;speichern</translation>
    </message>
</context>
<context>
    <name>ricercar::MapLegend</name>
    <message>
        <source>%1: less surprised</source>
        <translation>%1: weniger überrascht</translation>
    </message>
    <message>
        <source>1: sure to play</source>
        <translation>1: klingt sicher</translation>
    </message>
    <message>
        <source>%1 nats or more</source>
        <translation>%1 Nats oder mehr</translation>
    </message>
</context>
<context>
    <name>ricercar::MemoryList</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the place in the roll (Esc hides it)</source>
        <translation>Die Stelle in der Rolle zeigen (Esc blendet sie aus)</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Die Stelle zeigen</translation>
    </message>
</context>
<context>
    <name>ricercar::MemoryWords</name>
    <message>
        <source>a semitone higher</source>
        <translation>einen Halbton höher</translation>
    </message>
    <message>
        <source>a semitone lower</source>
        <translation>einen Halbton tiefer</translation>
    </message>
    <message>
        <source>a whole tone higher</source>
        <translation>einen Ganzton höher</translation>
    </message>
    <message>
        <source>a whole tone lower</source>
        <translation>einen Ganzton tiefer</translation>
    </message>
    <message>
        <source>a minor third higher</source>
        <translation>eine kleine Terz höher</translation>
    </message>
    <message>
        <source>a minor third lower</source>
        <translation>eine kleine Terz tiefer</translation>
    </message>
    <message>
        <source>a major third higher</source>
        <translation>eine große Terz höher</translation>
    </message>
    <message>
        <source>a major third lower</source>
        <translation>eine große Terz tiefer</translation>
    </message>
    <message>
        <source>a fourth higher</source>
        <translation>eine Quarte höher</translation>
    </message>
    <message>
        <source>a fourth lower</source>
        <translation>eine Quarte tiefer</translation>
    </message>
    <message>
        <source>a tritone higher</source>
        <translation>einen Tritonus höher</translation>
    </message>
    <message>
        <source>a tritone lower</source>
        <translation>einen Tritonus tiefer</translation>
    </message>
    <message>
        <source>a fifth higher</source>
        <translation>eine Quinte höher</translation>
    </message>
    <message>
        <source>a fifth lower</source>
        <translation>eine Quinte tiefer</translation>
    </message>
    <message>
        <source>a minor sixth higher</source>
        <translation>eine kleine Sexte höher</translation>
    </message>
    <message>
        <source>a minor sixth lower</source>
        <translation>eine kleine Sexte tiefer</translation>
    </message>
    <message>
        <source>a major sixth higher</source>
        <translation>eine große Sexte höher</translation>
    </message>
    <message>
        <source>a major sixth lower</source>
        <translation>eine große Sexte tiefer</translation>
    </message>
    <message>
        <source>a minor seventh higher</source>
        <translation>eine kleine Septime höher</translation>
    </message>
    <message>
        <source>a minor seventh lower</source>
        <translation>eine kleine Septime tiefer</translation>
    </message>
    <message>
        <source>a major seventh higher</source>
        <translation>eine große Septime höher</translation>
    </message>
    <message>
        <source>a major seventh lower</source>
        <translation>eine große Septime tiefer</translation>
    </message>
    <message>
        <source>an octave higher</source>
        <translation>eine Oktave höher</translation>
    </message>
    <message>
        <source>an octave lower</source>
        <translation>eine Oktave tiefer</translation>
    </message>
</context>
<context>
    <name>ricercar::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What can be done about it</source>
        <translation>Was sich tun lässt</translation>
    </message>
</context>
<context>
    <name>ricercar::MidiKeyboard</name>
    <message>
        <source>The MIDI port %1 is back.</source>
        <translation>Der MIDI-Port %1 ist wieder da.</translation>
    </message>
    <message>
        <source>The MIDI port %1 has gone. It is used again when it comes back.</source>
        <translation>Der MIDI-Port %1 ist nicht mehr da. Er wird wieder benutzt, sobald er zurückkommt.</translation>
    </message>
</context>
<context>
    <name>ricercar::MidiPage</name>
    <message>
        <source>Send MIDI clock, start, stop and song position</source>
        <translation>MIDI-Clock, Start, Stopp und Songposition senden</translation>
    </message>
    <message>
        <source>Every channel to its own</source>
        <translation>Jeder Kanal auf sich selbst</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>From sending a note to hearing it: the playhead waits that long, and what is recorded is moved back</source>
        <translation>Vom Senden einer Note bis zum Hören: So lange wartet der Abspielstrich, und Aufgenommenes wird zurückgeschoben</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Channel %1 goes to</source>
        <translation>Kanal %1 geht auf</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Output port</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht da)</translation>
    </message>
    <message>
        <source>There is no MIDI output port</source>
        <translation>Es gibt keinen MIDI-Ausgang</translation>
    </message>
    <message>
        <source>No keyboard</source>
        <translation>Keine Tastatur</translation>
    </message>
</context>
<context>
    <name>ricercar::MusicForm</name>
    <message>
        <source>How many bars of the primer are given</source>
        <translation>Wie viele Takte der Vorgabe verwendet werden</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Primer bars</source>
        <translation>Takte der Vorgabe</translation>
    </message>
    <message>
        <source>New bars to generate</source>
        <translation>Neue Takte, die erzeugt werden</translation>
    </message>
    <message>
        <source>Takes to generate at once, each with a seed of its own. The roll shows the first as it grows</source>
        <translation>So viele Entwürfe auf einmal, jeder mit einem eigenen Startwert. Die Rolle zeigt den ersten, während er entsteht</translation>
    </message>
    <message>
        <source>The same checkpoint, seed and settings give the same music</source>
        <translation>Gleicher Checkpoint, Startwert und gleiche Einstellungen ergeben die gleiche Musik</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Anderer Startwert</translation>
    </message>
    <message>
        <source>New seed for each take</source>
        <translation>Jedes Mal neuer Startwert</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Primer</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Takte</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keines</translation>
    </message>
    <message>
        <source>The curve below “How it draws” holds instead</source>
        <translation>Es gilt die Kurve unter „Wie gezogen wird“</translation>
    </message>
    <message>
        <source>Below 1: safer and plainer. Above 1: bolder and stranger. 1 is what the model learnt</source>
        <translation>Unter 1: sicherer und schlichter. Über 1: kühner und fremder. 1 ist, was das Modell gelernt hat</translation>
    </message>
</context>
<context>
    <name>ricercar::NatsStrip</name>
    <message>
        <source>Nats of each step</source>
        <translation>Nats jedes Schritts</translation>
    </message>
    <message>
        <source>nats a step</source>
        <translation>Nats je Schritt</translation>
    </message>
    <message>
        <source>Bar %1: %2 nats</source>
        <translation>Takt %1: %2 Nats</translation>
    </message>
</context>
<context>
    <name>ricercar::NoteActions</name>
    <message>
        <source>&amp;Select tool</source>
        <translation>&amp;Auswahlwerkzeug</translation>
    </message>
    <message>
        <source>&amp;Pencil</source>
        <translation>&amp;Stift</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>There are no notes.</source>
        <translation>Es gibt keine Noten.</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Invert the selection</source>
        <translation>Auswahl &amp;umkehren</translation>
    </message>
    <message>
        <source>All of these &amp;pitches</source>
        <translation>Alle dieser &amp;Tonhöhen</translation>
    </message>
    <message>
        <source>Select a note first.</source>
        <translation>Zuerst eine Note auswählen.</translation>
    </message>
    <message>
        <source>All in the &amp;loop</source>
        <translation>Alle in der &amp;Schleife</translation>
    </message>
    <message>
        <source>Drag in the ruler to set a loop first.</source>
        <translation>Zuerst im Lineal eine Schleife aufziehen.</translation>
    </message>
    <message>
        <source>Select notes first.</source>
        <translation>Zuerst Noten auswählen.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message numerus="yes">
        <source>Cut %Ln notes</source>
        <translation>
            <numerusform>%Ln Note ausschneiden</numerusform>
            <numerusform>%Ln Noten ausschneiden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Paste at the playhead</source>
        <translation>Am Abspielpunkt &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln notes</source>
        <translation>
            <numerusform>%Ln Note löschen</numerusform>
            <numerusform>%Ln Noten löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>Ver&amp;doppeln</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %Ln notes</source>
        <translation>
            <numerusform>%Ln Note verdoppeln</numerusform>
            <numerusform>%Ln Noten verdoppeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Select two notes of one pitch first.</source>
        <translation>Zuerst zwei Noten einer Tonhöhe auswählen.</translation>
    </message>
    <message>
        <source>&amp;Split at the playhead or pointer</source>
        <translation>Am Abspielpunkt oder Zeiger &amp;teilen</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message numerus="yes">
        <source>Join %Ln notes</source>
        <translation>
            <numerusform>%Ln Note verbinden</numerusform>
            <numerusform>%Ln Noten verbinden</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Quantise</source>
        <translation>&amp;Quantisieren</translation>
    </message>
    <message numerus="yes">
        <source>Quantise %Ln notes</source>
        <translation>
            <numerusform>%Ln Note quantisieren</numerusform>
            <numerusform>%Ln Noten quantisieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Quantise …</source>
        <translation>Quantisieren …</translation>
    </message>
    <message>
        <source>&amp;Loop the selection</source>
        <translation>Auswahl als &amp;Schleife</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln notes</source>
        <translation>
            <numerusform>%Ln Note verschieben</numerusform>
            <numerusform>%Ln Noten verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transpose %Ln notes</source>
        <translation>
            <numerusform>%Ln Note transponieren</numerusform>
            <numerusform>%Ln Noten transponieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier by a grid step</source>
        <translation>Einen Rasterschritt früher</translation>
    </message>
    <message>
        <source>Later by a grid step</source>
        <translation>Einen Rasterschritt später</translation>
    </message>
    <message>
        <source>Semitone up</source>
        <translation>Halbton aufwärts</translation>
    </message>
    <message>
        <source>Semitone down</source>
        <translation>Halbton abwärts</translation>
    </message>
    <message>
        <source>Octave up</source>
        <translation>Oktave aufwärts</translation>
    </message>
    <message>
        <source>Octave down</source>
        <translation>Oktave abwärts</translation>
    </message>
    <message>
        <source>Choose a scale to be lit first.</source>
        <translation>Zuerst eine Tonleiter wählen, die hervorgehoben wird.</translation>
    </message>
    <message numerus="yes">
        <source>Transpose %Ln notes in the scale</source>
        <translation>
            <numerusform>%Ln Note in der Tonleiter versetzen</numerusform>
            <numerusform>%Ln Noten in der Tonleiter versetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Up in the scale</source>
        <translation>In der Tonleiter aufwärts</translation>
    </message>
    <message>
        <source>Down in the scale</source>
        <translation>In der Tonleiter abwärts</translation>
    </message>
    <message numerus="yes">
        <source>Resize %Ln notes</source>
        <translation>
            <numerusform>Länge von %Ln Note ändern</numerusform>
            <numerusform>Länge von %Ln Noten ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Longer by a grid step</source>
        <translation>Einen Rasterschritt länger</translation>
    </message>
    <message>
        <source>Shorter by a grid step</source>
        <translation>Einen Rasterschritt kürzer</translation>
    </message>
    <message>
        <source>The grid has no velocities: show the notes.</source>
        <translation>Im Raster gibt es keinen Anschlag: auf Noten umschalten.</translation>
    </message>
    <message numerus="yes">
        <source>Velocity of %Ln notes</source>
        <translation>
            <numerusform>Anschlag von %Ln Note</numerusform>
            <numerusform>Anschlag von %Ln Noten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Louder</source>
        <translation>&amp;Lauter</translation>
    </message>
    <message>
        <source>&amp;Softer</source>
        <translation>&amp;Leiser</translation>
    </message>
    <message>
        <source>Set &amp;velocity …</source>
        <translation>&amp;Anschlag setzen …</translation>
    </message>
    <message>
        <source>&amp;Ramp from the first to the last</source>
        <translation>&amp;Verlauf von der ersten zur letzten</translation>
    </message>
    <message numerus="yes">
        <source>Velocity ramp over %Ln notes</source>
        <translation>
            <numerusform>Anschlagsverlauf über %Ln Note</numerusform>
            <numerusform>Anschlagsverlauf über %Ln Noten</numerusform>
        </translation>
    </message>
    <message>
        <source>Set velocity</source>
        <translation>Anschlag setzen</translation>
    </message>
    <message>
        <source>Velocity, 1 to 127:</source>
        <translation>Anschlag, 1 bis 127:</translation>
    </message>
    <message numerus="yes">
        <source>Split %Ln notes</source>
        <translation>
            <numerusform>%Ln Note teilen</numerusform>
            <numerusform>%Ln Noten teilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %Ln notes</source>
        <translation>
            <numerusform>%Ln Note einfügen</numerusform>
            <numerusform>%Ln Noten einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>&amp;Velocity</source>
        <translation>&amp;Anschlag</translation>
    </message>
    <message>
        <source>S&amp;elect</source>
        <translation>Aus&amp;wählen</translation>
    </message>
    <message>
        <source>&amp;Tool</source>
        <translation>&amp;Werkzeug</translation>
    </message>
</context>
<context>
    <name>ricercar::PieceMenus</name>
    <message>
        <source>For a recording made without a click: beats are found in its onsets, and the notes are laid on them</source>
        <translation>Für eine Aufnahme ohne Metronom: Schläge werden in den Einsätzen gefunden und die Noten auf sie gelegt</translation>
    </message>
    <message>
        <source>A file is split where its meter changes; this takes it as one piece in the meter that holds longest</source>
        <translation>Eine Datei wird bei Taktwechseln geteilt; so gilt sie als ein Stück in der Taktart, die am längsten währt</translation>
    </message>
    <message>
        <source>For a beat notated at half its tempo: every note takes twice its steps</source>
        <translation>Für Schläge, die im halben Tempo notiert sind: Jede Note nimmt doppelt so viele Schritte ein</translation>
    </message>
    <message>
        <source>For a beat notated at twice its tempo: every note takes half its steps</source>
        <translation>Für Schläge, die im doppelten Tempo notiert sind: Jede Note nimmt halb so viele Schritte ein</translation>
    </message>
    <message>
        <source>Notes ring on while the sustain pedal is down</source>
        <translation>Noten klingen weiter, solange das Haltepedal getreten ist</translation>
    </message>
    <message>
        <source>It stays in the list, but is not learnt from</source>
        <translation>Es bleibt in der Liste, aber aus ihm wird nicht gelernt</translation>
    </message>
    <message>
        <source>&amp;Remedies</source>
        <translation>&amp;Abhilfe</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>Auf&amp;teilung</translation>
    </message>
    <message>
        <source>Shift the grid …</source>
        <translation>Raster verschieben …</translation>
    </message>
    <message>
        <source>Where the first bar begins, and every note earlier or later, by ear and eye</source>
        <translation>Wo der erste Takt beginnt, und alle Noten früher oder später, nach Ohr und Auge</translation>
    </message>
    <message>
        <source>Shift to the nearest grid</source>
        <translation>Auf das nächste Raster schieben</translation>
    </message>
    <message>
        <source>For a recording that lies beside the grid as a whole</source>
        <translation>Für eine Aufnahme, die als Ganzes neben dem Raster liegt</translation>
    </message>
    <message>
        <source>Choose tracks and channels …</source>
        <translation>Spuren und Kanäle wählen …</translation>
    </message>
    <message>
        <source>Only those are kept</source>
        <translation>Nur diese bleiben</translation>
    </message>
    <message>
        <source>Take all remedies back</source>
        <translation>Alles Getane zurücknehmen</translation>
    </message>
    <message>
        <source>The pieces as they were imported</source>
        <translation>Die Stücke, wie sie eingelesen wurden</translation>
    </message>
    <message>
        <source>New tag …</source>
        <translation>Neues Schlagwort …</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>A word to find these pieces by, and to choose them with in the rules of a dataset</source>
        <translation>Ein Wort, unter dem die Stücke zu finden sind und nach dem die Regeln eines Datensatzes wählen können</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Channel 10, and what a bank or a system message makes drums, is left out otherwise</source>
        <translation>Kanal 10 und was eine Bank oder Systemnachricht zum Schlagzeug macht, bleibt sonst weg</translation>
    </message>
    <message>
        <source>Silent bars at either end are left out otherwise</source>
        <translation>Stille Takte an beiden Enden bleiben sonst weg</translation>
    </message>
</context>
<context>
    <name>ricercar::PiecePage</name>
    <message>
        <source>Most surprising notes</source>
        <translation>Die überraschendsten Noten</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nats</source>
        <translation>Nats</translation>
    </message>
    <message>
        <source>Choose a model above to see how well it knows this music.</source>
        <translation>Oben ein Modell wählen: dann zeigt sich, wie gut es diese Musik kennt.</translation>
    </message>
    <message>
        <source>Reading the piece …</source>
        <translation>Das Stück wird gelesen …</translation>
    </message>
    <message>
        <source>Show a piece or a take in the roll.</source>
        <translation>Ein Stück oder einen Take in der Rolle zeigen.</translation>
    </message>
    <message>
        <source>%1 nats a step</source>
        <translation>%1 Nats je Schritt</translation>
    </message>
    <message>
        <source>-ln p of all the notes of a step, on average. Less is better known.</source>
        <translation>-ln p aller Noten eines Schritts, im Mittel. Weniger heißt besser bekannt.</translation>
    </message>
    <message>
        <source>%1 of %2 steps read …</source>
        <translation>%1 von %2 Schritten gelesen …</translation>
    </message>
</context>
<context>
    <name>ricercar::PieceTable</name>
    <message>
        <source>Show all columns</source>
        <translation>Alle Spalten zeigen</translation>
    </message>
    <message>
        <source>Reset the columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ricercar::PitchBox</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>ricercar::Playback</name>
    <message>
        <source>Nothing was played. Choose a MIDI input in the sound settings to record.</source>
        <translation>Es wurde nichts gespielt. Zum Aufnehmen in den Toneinstellungen einen MIDI-Eingang wählen.</translation>
    </message>
    <message>
        <source>Nothing was played, so no take was kept.</source>
        <translation>Es wurde nichts gespielt, deshalb wurde kein Take behalten.</translation>
    </message>
    <message>
        <source>Played %1</source>
        <translation>Gespielt %1</translation>
    </message>
</context>
<context>
    <name>ricercar::Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>ricercar::PrimerChooser</name>
    <message>
        <source>Music to go on from</source>
        <translation>Musik, an die angeknüpft wird</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None: from silence</source>
        <translation>Keine: aus der Stille</translation>
    </message>
    <message>
        <source>What the roll shows: %1</source>
        <translation>Was die Rolle zeigt: %1</translation>
    </message>
    <message>
        <source>What the roll shows</source>
        <translation>Was die Rolle zeigt</translation>
    </message>
    <message>
        <source>What is selected in the roll</source>
        <translation>Was in der Rolle ausgewählt ist</translation>
    </message>
    <message>
        <source>A MIDI file …</source>
        <translation>Eine MIDI-Datei …</translation>
    </message>
    <message>
        <source>%1, a part</source>
        <translation>%1, ein Teil</translation>
    </message>
</context>
<context>
    <name>ricercar::QuantiseDialog</name>
    <message>
        <source>The &amp;starts of notes</source>
        <translation>Die &amp;Anfänge der Noten</translation>
    </message>
    <message>
        <source>Their &amp;ends</source>
        <translation>Ihre &amp;Enden</translation>
    </message>
    <message>
        <source>Quantise</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Quantise</source>
        <translation>&amp;Quantisieren</translation>
    </message>
    <message>
        <source>To the snap grid:</source>
        <translation>Auf das Fangraster:</translation>
    </message>
    <message>
        <source>St&amp;rength:</source>
        <translation>&amp;Stärke:</translation>
    </message>
</context>
<context>
    <name>ricercar::RecordList</name>
    <message>
        <source>Not scored</source>
        <translation>Nicht gewertet</translation>
    </message>
    <message>
        <source>Benchmark runs of this workspace</source>
        <translation>Benchmark-Läufe dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Trained for %1 on %2</source>
        <translation>%1 trainiert auf %2</translation>
    </message>
</context>
<context>
    <name>ricercar::Redrawing</name>
    <message>
        <source>This take does not say how it was made.</source>
        <translation>Dieser Take sagt nicht, wie er entstanden ist.</translation>
    </message>
    <message>
        <source>The model that made this take is not here: %1.</source>
        <translation>Das Modell, das diesen Take gemacht hat, ist nicht hier: %1.</translation>
    </message>
</context>
<context>
    <name>ricercar::RequestForm</name>
    <message>
        <source>How it draws</source>
        <translation>Wie gezogen wird</translation>
    </message>
    <message>
        <source>Constraints</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Playing style</source>
        <translation>Spielweise</translation>
    </message>
</context>
<context>
    <name>ricercar::RequestWords</name>
    <message>
        <source>The number of bars</source>
        <translation>Die Zahl der Takte</translation>
    </message>
    <message>
        <source>The number of steps</source>
        <translation>Die Zahl der Schritte</translation>
    </message>
    <message>
        <source>The form</source>
        <translation>Die Form</translation>
    </message>
    <message>
        <source>The meter</source>
        <translation>Die Taktart</translation>
    </message>
    <message>
        <source>The tempo</source>
        <translation>Das Tempo</translation>
    </message>
    <message>
        <source>The range of pitches</source>
        <translation>Der Tonumfang</translation>
    </message>
    <message>
        <source>The scale</source>
        <translation>Die Tonleiter</translation>
    </message>
    <message>
        <source>The number of voices</source>
        <translation>Die Zahl der Stimmen</translation>
    </message>
    <message>
        <source>The shortest note</source>
        <translation>Die kürzeste Note</translation>
    </message>
    <message>
        <source>The longest note</source>
        <translation>Die längste Note</translation>
    </message>
    <message>
        <source>The temperature</source>
        <translation>Die Temperatur</translation>
    </message>
    <message>
        <source>The conservativity</source>
        <translation>Die Sparsamkeit</translation>
    </message>
    <message>
        <source>A fixed cell</source>
        <translation>Eine feste Zelle</translation>
    </message>
</context>
<context>
    <name>ricercar::RollAsking</name>
    <message>
        <source>bar %1</source>
        <translation>Takt %1</translation>
    </message>
    <message>
        <source>bars %1–%2</source>
        <translation>Takt %1–%2</translation>
    </message>
    <message>
        <source>Show a take first.</source>
        <translation>Zeigen Sie zuerst einen Entwurf.</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>Takte</translation>
    </message>
    <message>
        <source>Draw %1 again</source>
        <translation>%1 neu ziehen</translation>
    </message>
    <message>
        <source>Another take: the model draws these bars anew, so that they fit what comes before and after. Select notes, mark a place or drag in the ruler to say which</source>
        <translation>Ein weiterer Entwurf: Das Modell zieht diese Takte neu, passend zu dem, was davor und danach kommt. Wählen Sie Noten aus, markieren Sie eine Stelle oder ziehen Sie im Lineal, um zu sagen, welche</translation>
    </message>
    <message>
        <source>Continue after its end</source>
        <translation>Nach dem Ende fortsetzen</translation>
    </message>
    <message>
        <source>Continue from bar %1</source>
        <translation>Ab Takt %1 fortsetzen</translation>
    </message>
    <message>
        <source>Another take: as this one up to there, then new bars, as many as the form says</source>
        <translation>Ein weiterer Entwurf: bis dorthin wie dieser, dann so viele neue Takte, wie das Formular sagt</translation>
    </message>
    <message>
        <source>Harmonise these notes</source>
        <translation>Diese Noten harmonisieren</translation>
    </message>
    <message>
        <source>There are no notes.</source>
        <translation>Es gibt keine Noten.</translation>
    </message>
    <message>
        <source>Select notes first.</source>
        <translation>Zuerst Noten auswählen.</translation>
    </message>
    <message>
        <source>The next take keeps these notes and puts others around them</source>
        <translation>Der nächste Entwurf behält diese Noten und setzt andere um sie herum</translation>
    </message>
    <message>
        <source>Keep silent here</source>
        <translation>Hier Stille halten</translation>
    </message>
    <message>
        <source>Drag over a place without notes, or set a loop in the ruler, first.</source>
        <translation>Ziehen Sie zuerst über eine Stelle ohne Noten, oder setzen Sie im Lineal eine Schleife.</translation>
    </message>
    <message>
        <source>In the next take nothing sounds there</source>
        <translation>Im nächsten Entwurf klingt dort nichts</translation>
    </message>
    <message>
        <source>%1, %2 again</source>
        <translation>%1, %2 neu</translation>
    </message>
    <message>
        <source>%1, continued</source>
        <translation>%1, fortgesetzt</translation>
    </message>
</context>
<context>
    <name>ricercar::RollHeader</name>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>The steps that a model sees</source>
        <translation>Die Schritte, wie ein Modell sie sieht</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>The notes where they were played</source>
        <translation>Die Noten, wo sie gespielt wurden</translation>
    </message>
    <message>
        <source>What the grid moved: the other form beneath</source>
        <translation>Was das Raster verschoben hat: die andere Form darunter</translation>
    </message>
    <message>
        <source>Light up the rows of a scale</source>
        <translation>Die Zeilen einer Tonleiter hervorheben</translation>
    </message>
    <message>
        <source>What the roll shows</source>
        <translation>Was die Rolle zeigt</translation>
    </message>
    <message>
        <source>Zoom out (Ctrl+wheel)</source>
        <translation>Verkleinern (Strg+Mausrad)</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl+wheel)</source>
        <translation>Vergrößern (Strg+Mausrad)</translation>
    </message>
    <message>
        <source>Show everything (F)</source>
        <translation>Alles zeigen (F)</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation>Die Auswahl zeigen</translation>
    </message>
    <message>
        <source>Show the loop</source>
        <translation>Die Schleife zeigen</translation>
    </message>
    <message>
        <source>This piece was not put on the grid</source>
        <translation>Dieses Stück steht nicht auf dem Raster</translation>
    </message>
    <message>
        <source>The file of this piece was not kept</source>
        <translation>Die Datei dieses Stücks wurde nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Nothing beneath</source>
        <translation>Nichts darunter</translation>
    </message>
    <message>
        <source>The notes as they were played</source>
        <translation>Die Noten, wie sie gespielt wurden</translation>
    </message>
    <message>
        <source>The grid</source>
        <translation>Das Raster</translation>
    </message>
    <message>
        <source>No scale</source>
        <translation>Keine Tonleiter</translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <translation>%1 (gefunden)</translation>
    </message>
    <message>
        <source>Tonic</source>
        <translation>Grundton</translation>
    </message>
    <message>
        <source>Velocities</source>
        <translation>Anschlagstärken</translation>
    </message>
    <message>
        <source>Mini-map</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Follow the playhead</source>
        <translation>Der Abspielposition folgen</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Nicht</translation>
    </message>
    <message>
        <source>Page by page</source>
        <translation>Seitenweise</translation>
    </message>
    <message>
        <source>Smoothly</source>
        <translation>Gleitend</translation>
    </message>
    <message>
        <source>Names of pitches</source>
        <translation>Namen der Töne</translation>
    </message>
    <message>
        <source>As the language has it</source>
        <translation>Wie in der Sprache üblich</translation>
    </message>
</context>
<context>
    <name>ricercar::RollPanel</name>
    <message>
        <source>This piece was not taken into the dataset:
%1</source>
        <translation>Dieses Stück wurde nicht in den Datensatz aufgenommen:
%1</translation>
    </message>
    <message>
        <source>The first notes are on their way …</source>
        <translation>Die ersten Noten sind unterwegs …</translation>
    </message>
    <message>
        <source>Choose a piece in the dataset, or generate a take.</source>
        <translation>Wählen Sie ein Stück im Datensatz oder erzeugen Sie einen Entwurf.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln bars · %2 bpm · %3</source>
        <translation>
            <numerusform>%1 · %Ln Takt · %2 bpm · %3</numerusform>
            <numerusform>%1 · %Ln Takte · %2 bpm · %3</numerusform>
        </translation>
    </message>
    <message>
        <source>The grid that notes snap to; Alt leaves it for one gesture</source>
        <translation>Das Raster, in dem Noten einrasten; Alt umgeht es für eine Geste</translation>
    </message>
    <message>
        <source>Snap grid</source>
        <translation>Fangraster</translation>
    </message>
    <message>
        <source>Snap off</source>
        <translation>Fangen aus</translation>
    </message>
    <message>
        <source>1/%1 triplet</source>
        <translation>1/%1 Triole</translation>
    </message>
    <message>
        <source>1/%1</source>
        <translation>1/%1</translation>
    </message>
</context>
<context>
    <name>ricercar::RollView</name>
    <message>
        <source>Piano roll</source>
        <translation>Klavierrolle</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) · bar %3 · %Ln steps long</source>
        <translation>
            <numerusform>%1 (%2) · Takt %3 · %Ln Schritt lang</numerusform>
            <numerusform>%1 (%2) · Takt %3 · %Ln Schritte lang</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · bar %2</source>
        <translation>%1 · Takt %2</translation>
    </message>
    <message>
        <source> · velocity %1</source>
        <translation> · Anschlag %1</translation>
    </message>
    <message>
        <source>bar %1.%2</source>
        <translation>Takt %1.%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes selected</source>
        <translation>
            <numerusform>%Ln Note ausgewählt</numerusform>
            <numerusform>%Ln Noten ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln Note</numerusform>
            <numerusform>%Ln Noten</numerusform>
        </translation>
    </message>
    <message>
        <source>on the grid</source>
        <translation>auf dem Raster</translation>
    </message>
    <message>
        <source>as they were played</source>
        <translation>wie gespielt</translation>
    </message>
    <message>
        <source>to bar %1</source>
        <translation>bis Takt %1</translation>
    </message>
</context>
<context>
    <name>ricercar::RulesForm</name>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>Taktarten</translation>
    </message>
    <message>
        <source>Checked ones are admitted; none checked: all</source>
        <translation>Angehakte sind zugelassen; ist nichts angehakt: alle</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>A piece has to bear one of the checked ones; none checked: any piece</source>
        <translation>Ein Stück muss eines der angehakten tragen; ist nichts angehakt: jedes Stück</translation>
    </message>
    <message>
        <source>Without duplicates</source>
        <translation>Ohne Doppelte</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Mean distance of the notes from the grid, in percent of a 16th</source>
        <translation>Mittlerer Abstand der Noten vom Raster, in Prozent eines Sechzehntels</translation>
    </message>
    <message>
        <source>Notes that sound at once, on average</source>
        <translation>Noten, die im Mittel zugleich klingen</translation>
    </message>
    <message>
        <source>Of pieces with the same notes only the first is in</source>
        <translation>Von Stücken mit denselben Noten ist nur das erste dabei</translation>
    </message>
    <message>
        <source>Bars, at least</source>
        <translation>Takte, mindestens</translation>
    </message>
    <message>
        <source>Off the grid, at most</source>
        <translation>Neben dem Raster, höchstens</translation>
    </message>
    <message>
        <source>Notes at once, at least</source>
        <translation>Noten zugleich, mindestens</translation>
    </message>
    <message>
        <source>Notes at once, at most</source>
        <translation>Noten zugleich, höchstens</translation>
    </message>
    <message>
        <source>Lowest pitch</source>
        <translation>Tiefster Ton</translation>
    </message>
    <message>
        <source>Highest pitch</source>
        <translation>Höchster Ton</translation>
    </message>
    <message>
        <source>−%1 (%2 %)</source>
        <comment>pieces taken out, share</comment>
        <translation>−%1 (%2 %)</translation>
    </message>
    <message numerus="yes">
        <source>This rule by itself takes out %Ln pieces</source>
        <translation>
            <numerusform>Diese Regel für sich nimmt %Ln Stück heraus</numerusform>
            <numerusform>Diese Regel für sich nimmt %Ln Stücke heraus</numerusform>
        </translation>
    </message>
    <message>
        <source>Share of bars in which nothing sounds. A damaged file is next to silent for thousands of bars</source>
        <translation>Anteil der Takte, in denen nichts klingt. Eine beschädigte Datei ist tausende Takte lang fast stumm</translation>
    </message>
    <message>
        <source>Notes that begin in a bar, on average</source>
        <translation>Noten, die in einem Takt beginnen, im Mittel</translation>
    </message>
    <message>
        <source>Empty bars, at most</source>
        <translation>Leere Takte, höchstens</translation>
    </message>
    <message>
        <source>Notes a bar, at least</source>
        <translation>Noten je Takt, mindestens</translation>
    </message>
</context>
<context>
    <name>ricercar::RunModel</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>%1
%2, started %3
Preset %4</source>
        <translation>%1
%2, begonnen %3
Voreinstellung %4</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Trained by %1 since %2</source>
        <translation>Wird trainiert von %1 seit %2</translation>
    </message>
</context>
<context>
    <name>ricercar::RunsPanel</name>
    <message>
        <source>No models yet. Press Train in the Training tab: every run is kept here with its curve.</source>
        <translation>Noch keine Modelle. Drücken Sie unter Training auf Trainieren: Jeder Lauf bleibt hier mit seiner Kurve.</translation>
    </message>
    <message>
        <source>Generate with it</source>
        <translation>Damit erzeugen</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Fine-tune on the dataset</source>
        <translation>Am Datensatz nachtrainieren</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>Trainingsläufe</translation>
    </message>
</context>
<context>
    <name>ricercar::ScaleKeys</name>
    <message>
        <source>Pitches of the scale</source>
        <translation>Töne der Tonleiter</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>in the scale</source>
        <translation>in der Tonleiter</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>ricercar::ScaleLegend</name>
    <message>
        <source>Scale from %1 to %2</source>
        <translation>Skala von %1 bis %2</translation>
    </message>
</context>
<context>
    <name>ricercar::SceneView</name>
    <message>
        <source>Tensor in three dimensions</source>
        <translation>Tensor in drei Dimensionen</translation>
    </message>
</context>
<context>
    <name>ricercar::SetPage</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces are in the set; the rules take out %1.</source>
        <translation>
            <numerusform>%Ln Stück ist dabei; die Regeln nehmen %1 heraus.</numerusform>
            <numerusform>%Ln Stücke sind dabei; die Regeln nehmen %1 heraus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This takes out %Ln pieces (%1 %).</source>
        <translation>
            <numerusform>Das nimmt %Ln Stück heraus (%1 %).</numerusform>
            <numerusform>Das nimmt %Ln Stücke heraus (%1 %).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It brings in %Ln pieces.</source>
        <translation>
            <numerusform>Es bringt %Ln Stück hinein.</numerusform>
            <numerusform>Es bringt %Ln Stücke hinein.</numerusform>
        </translation>
    </message>
    <message>
        <source>This takes no piece out.</source>
        <translation>Das nimmt kein Stück heraus.</translation>
    </message>
    <message>
        <source>“%1” alone is %2 % of what is trained on.</source>
        <translation>„%1“ allein macht %2 % dessen aus, womit trainiert wird.</translation>
    </message>
</context>
<context>
    <name>ricercar::SetPlots</name>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Takte</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>In the set</source>
        <translation>Im Datensatz</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>notes</source>
        <comment>unit of a plot</comment>
        <translation>Noten</translation>
    </message>
    <message>
        <source>pieces</source>
        <comment>unit of a plot</comment>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Pitches</source>
        <translation>Tonumfang</translation>
    </message>
    <message>
        <source>Pitch classes</source>
        <translation>Tonklassen</translation>
    </message>
    <message>
        <source>Notes at once</source>
        <translation>Noten zugleich</translation>
    </message>
    <message>
        <source>steps</source>
        <comment>unit of a plot</comment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Note lengths in steps</source>
        <translation>Notenlängen in Schritten</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>Taktarten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tonarten</translation>
    </message>
    <message>
        <source>Off the grid, in % of a step</source>
        <translation>Neben dem Raster, in % eines Schritts</translation>
    </message>
</context>
<context>
    <name>ricercar::ShareBar</name>
    <message>
        <source>%1; the draw was %2</source>
        <translation>%1; gezogen wurde %2</translation>
    </message>
</context>
<context>
    <name>ricercar::SharedPassageMarks</name>
    <message>
        <source>as in “%1”</source>
        <translation>wie in „%1“</translation>
    </message>
    <message>
        <source>as in the take</source>
        <translation>wie im Entwurf</translation>
    </message>
</context>
<context>
    <name>ricercar::ShortcutsPage</name>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of the chosen command</source>
        <translation>Tasten des gewählten Befehls</translation>
    </message>
    <message>
        <source>Choose a command in the list first</source>
        <translation>Wählen Sie zuerst einen Befehl in der Liste</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already.</source>
        <translation>%1 gehört schon zu „%2“.</translation>
    </message>
</context>
<context>
    <name>ricercar::SliceRows</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Place of the slice</source>
        <translation>Ort der Scheibe</translation>
    </message>
    <message>
        <source>Thickness of the slice</source>
        <translation>Dicke der Scheibe</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>ricercar::SoundOutput</name>
    <message>
        <source>The synthesizer is switched off.</source>
        <translation>Der Synthesizer ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The sound device is back.</source>
        <translation>Das Tongerät ist wieder da.</translation>
    </message>
    <message>
        <source>The MIDI port %1 is back.</source>
        <translation>Der MIDI-Port %1 ist wieder da.</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>the default SoundFont</source>
        <translation>Standard-SoundFont</translation>
    </message>
    <message>
        <source>The MIDI port %1 has gone, so playing is silent. It is used again when it comes back.</source>
        <translation>Der MIDI-Port %1 ist nicht mehr da; die Wiedergabe ist stumm. Er wird wieder benutzt, sobald er zurückkommt.</translation>
    </message>
</context>
<context>
    <name>ricercar::SoundPage</name>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>From sending a note to hearing it: the playhead waits that long, and what is recorded is moved back</source>
        <translation>Vom Senden einer Note bis zum Hören: So lange wartet der Abspielstrich, und Aufgenommenes wird zurückgeschoben</translation>
    </message>
    <message>
        <source>Loudness of the synthesizer when the volume is at its top</source>
        <translation>Lautstärke des Synthesizers bei voll aufgedrehtem Regler</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>Testton</translation>
    </message>
    <message>
        <source>Plays a chord through what is chosen</source>
        <translation>Spielt einen Akkord über den gewählten Ausgang</translation>
    </message>
    <message>
        <source>SoundFont</source>
        <translation>SoundFont</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Perioden</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 Frames</translation>
    </message>
    <message>
        <source>The driver&apos;s own choice</source>
        <translation>Wahl des Treibers</translation>
    </message>
    <message>
        <source>Choose a driver first</source>
        <translation>Zuerst einen Treiber wählen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Default (%1)</source>
        <translation>Standard (%1)</translation>
    </message>
    <message>
        <source>Another file …</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>Choose a SoundFont</source>
        <translation>SoundFont wählen</translation>
    </message>
    <message>
        <source>SoundFonts (*.sf2 *.sf3)</source>
        <translation>SoundFonts (*.sf2 *.sf3)</translation>
    </message>
    <message>
        <source>Playing through %1; at most %2 ms are buffered.</source>
        <translation>Wiedergabe über %1; höchstens %2 ms im Puffer.</translation>
    </message>
    <message>
        <source>The synthesizer is not in use.</source>
        <translation>Der Synthesizer wird nicht benutzt.</translation>
    </message>
</context>
<context>
    <name>ricercar::SplitForm</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Another seed draws other pieces. New files never move those that are there</source>
        <translation>Ein anderer Startwert lost anders. Neue Dateien verschieben nie, was schon da ist</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces stand between two sides.</source>
        <translation>
            <numerusform>%Ln Stück steht zwischen zwei Seiten.</numerusform>
            <numerusform>%Ln Stücke stehen zwischen zwei Seiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces</source>
        <translation>
            <numerusform>%Ln Stück</numerusform>
            <numerusform>%Ln Stücke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bars</source>
        <translation>
            <numerusform>%Ln Takt</numerusform>
            <numerusform>%Ln Takte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::StartPage</name>
    <message>
        <source>What would you like to hear?</source>
        <translation>Was möchten Sie hören?</translation>
    </message>
    <message>
        <source>Ricercar learns from music and writes more of its kind. This workspace is still empty.</source>
        <translation>Ricercar lernt aus Musik und schreibt mehr von ihrer Art. Dieser Arbeitsbereich ist noch leer.</translation>
    </message>
    <message>
        <source>Demo pieces</source>
        <translation>Demostücke</translation>
    </message>
    <message>
        <source>66 folk tunes, hymns and easy classics, with a model that knows them</source>
        <translation>66 Volkslieder, Choräle und leichte Klassiker, mit einem Modell, das sie kennt</translation>
    </message>
    <message>
        <source>My MIDI files</source>
        <translation>Meine MIDI-Dateien</translation>
    </message>
    <message>
        <source>Choose some, or drop files and folders anywhere on this window</source>
        <translation>Wählen Sie welche aus, oder ziehen Sie Dateien und Ordner irgendwo auf dieses Fenster</translation>
    </message>
    <message>
        <source>A workspace</source>
        <translation>Ein Arbeitsbereich</translation>
    </message>
    <message>
        <source>Go on with one that was saved before</source>
        <translation>Mit einem weitermachen, der früher gesichert wurde</translation>
    </message>
    <message>
        <source>Add a folder of MIDI files …</source>
        <translation>Einen Ordner mit MIDI-Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation>Zeigen Sie mir alles</translation>
    </message>
</context>
<context>
    <name>ricercar::StructureForm</name>
    <message>
        <source>Parts that return over all bars: the same letter is the same music, a letter with &apos; is varied</source>
        <translation>Teile, die über alle Takte wiederkehren: gleicher Buchstabe, gleiche Musik; ein Buchstabe mit &apos; ist abgewandelt</translation>
    </message>
    <message>
        <source>How much a part with &apos; is varied: 0 not at all, 1 altogether</source>
        <translation>Wie stark ein Teil mit &apos; abgewandelt ist: 0 gar nicht, 1 ganz</translation>
    </message>
    <message>
        <source>Quarter notes a minute</source>
        <translation>Viertel je Minute</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>as the model&apos;s music</source>
        <translation>wie die Musik des Modells</translation>
    </message>
    <message>
        <source>as the music</source>
        <translation>wie die Musik</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Looseness</source>
        <translation>Lockerheit</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Taktart</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages return as in the take whose setup this is</source>
        <translation>
            <numerusform>%Ln Stelle kehrt wieder wie im Entwurf, dessen Einstellungen dies sind</numerusform>
            <numerusform>%Ln Stellen kehren wieder wie im Entwurf, dessen Einstellungen dies sind</numerusform>
        </translation>
    </message>
    <message>
        <source>The primer&apos;s meter goes on</source>
        <translation>Die Taktart der Vorgabe geht weiter</translation>
    </message>
    <message>
        <source>The time signature of the new music</source>
        <translation>Die Taktart der neuen Musik</translation>
    </message>
    <message>
        <source>%1 bpm</source>
        <translation>%1 bpm</translation>
    </message>
</context>
<context>
    <name>ricercar::StyleForm</name>
    <message>
        <source>The MIDI program that takes are written with</source>
        <translation>Das MIDI-Programm, mit dem Entwürfe geschrieben werden</translation>
    </message>
    <message>
        <source>How strong notes are</source>
        <translation>Wie stark Noten angeschlagen werden</translation>
    </message>
    <message>
        <source>The strength of notes, 1 to 127</source>
        <translation>Die Stärke der Noten, 1 bis 127</translation>
    </message>
    <message>
        <source>How much stronger a bar&apos;s first step is; its quarters by half of that</source>
        <translation>So viel stärker ist der erste Schritt eines Taktes; seine Viertel um die Hälfte davon</translation>
    </message>
    <message>
        <source>What the first of two eighths has of their quarter; 50 %: even</source>
        <translation>Was das erste von zwei Achteln von ihrem Viertel hat; 50 %: gleichmäßig</translation>
    </message>
    <message>
        <source>How much of its length a note sounds</source>
        <translation>Welchen Teil ihrer Länge eine Note klingt</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>alle gleich</translation>
    </message>
    <message>
        <source>accents of the meter</source>
        <translation>Akzente der Taktart</translation>
    </message>
    <message>
        <source>as in the dataset</source>
        <translation>wie im Datensatz</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>Anschlag</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Akzent</translation>
    </message>
    <message>
        <source>Swing</source>
        <translation>Swing</translation>
    </message>
    <message>
        <source>Legato</source>
        <translation>Legato</translation>
    </message>
    <message>
        <source>As in the take whose setup this is</source>
        <translation>Wie im Entwurf, dessen Einstellungen dies sind</translation>
    </message>
    <message>
        <source>velocity %1</source>
        <translation>Stärke %1</translation>
    </message>
    <message>
        <source>swing %1</source>
        <translation>Swing %1</translation>
    </message>
    <message>
        <source>legato %1</source>
        <translation>Legato %1</translation>
    </message>
</context>
<context>
    <name>ricercar::TakeFigures</name>
    <message>
        <source>This take does not say how it was made.</source>
        <translation>Dieser Take sagt nicht, wie er entstanden ist.</translation>
    </message>
    <message>
        <source>A row of temperatures</source>
        <translation>Eine Reihe von Temperaturen</translation>
    </message>
    <message>
        <source>The model that made this take is not here: %1.</source>
        <translation>Das Modell, das diesen Take gemacht hat, ist nicht hier: %1.</translation>
    </message>
</context>
<context>
    <name>ricercar::TakeHandle</name>
    <message>
        <source>Music as a MIDI file</source>
        <translation>Musik als MIDI-Datei</translation>
    </message>
    <message>
        <source>Drag this into a file manager or another music program: it is a MIDI file. A click exports it</source>
        <translation>In einen Dateimanager oder ein anderes Musikprogramm ziehen: Es ist eine MIDI-Datei. Ein Klick exportiert sie</translation>
    </message>
</context>
<context>
    <name>ricercar::TakeModel</name>
    <message numerus="yes">
        <source>%Ln bars</source>
        <translation>
            <numerusform>%Ln Takt</numerusform>
            <numerusform>%Ln Takte</numerusform>
        </translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>conservativity %1</source>
        <translation>Sparsamkeit %1</translation>
    </message>
    <message>
        <source>with a primer</source>
        <translation>mit Vorgabe</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 Nats</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>gehört</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>noch nicht gehört</translation>
    </message>
    <message>
        <source>liked</source>
        <translation>gemocht</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportiert</translation>
    </message>
</context>
<context>
    <name>ricercar::TakesPanel</name>
    <message>
        <source>Takes are kept here. Press Generate to make the first one.</source>
        <translation>Hier bleiben die Entwürfe. Drücken Sie auf Erzeugen, um den ersten zu machen.</translation>
    </message>
    <message>
        <source>Show a take or a piece in the roll first</source>
        <translation>Zeigen Sie zuerst einen Entwurf oder ein Stück in der Rolle</translation>
    </message>
    <message>
        <source>Use as primer</source>
        <translation>Als Vorgabe nehmen</translation>
    </message>
    <message>
        <source>Remove take</source>
        <translation>Entwurf entfernen</translation>
    </message>
    <message>
        <source>Use its setup</source>
        <translation>Seine Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Add to the dataset</source>
        <translation>Zum Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Takes</translation>
    </message>
    <message>
        <source>MIDI …</source>
        <translation>MIDI …</translation>
    </message>
    <message>
        <source>Sound …</source>
        <translation>Ton …</translation>
    </message>
    <message>
        <source>Sheet music (MusicXML) …</source>
        <translation>Noten (MusicXML) …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected takes</source>
        <translation>
            <numerusform>%Ln gewählter Entwurf</numerusform>
            <numerusform>%Ln gewählte Entwürfe</numerusform>
        </translation>
    </message>
    <message>
        <source>A MIDI file each …</source>
        <translation>Je eine MIDI-Datei …</translation>
    </message>
    <message>
        <source>A track each in one MIDI file …</source>
        <translation>Je eine Spur in einer MIDI-Datei …</translation>
    </message>
    <message>
        <source>One after the other in one MIDI file …</source>
        <translation>Nacheinander in einer MIDI-Datei …</translation>
    </message>
    <message>
        <source>A MusicXML file each …</source>
        <translation>Je eine MusicXML-Datei …</translation>
    </message>
    <message>
        <source>Staves of their own in one MusicXML file …</source>
        <translation>Je eigene Systeme in einer MusicXML-Datei …</translation>
    </message>
    <message>
        <source>One after the other in one MusicXML file …</source>
        <translation>Nacheinander in einer MusicXML-Datei …</translation>
    </message>
    <message>
        <source>New tag …</source>
        <translation>Neues Schlagwort …</translation>
    </message>
    <message>
        <source>Tag takes</source>
        <translation>Entwürfe mit einem Schlagwort versehen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Like no more</source>
        <translation>Nicht mehr mögen</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Mögen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>The same seed at other temperatures</source>
        <translation>Derselbe Startwert bei anderen Temperaturen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln takes</source>
        <translation>
            <numerusform>%Ln Entwurf entfernen</numerusform>
            <numerusform>%Ln Entwürfe entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>No take is like that.</source>
        <translation>Kein Entwurf ist so.</translation>
    </message>
    <message>
        <source>Name or tag</source>
        <translation>Name oder Schlagwort</translation>
    </message>
    <message>
        <source>Takes with this in their name or tags</source>
        <translation>Entwürfe, die dies im Namen oder in den Schlagwörtern haben</translation>
    </message>
    <message>
        <source>Only those that are liked</source>
        <translation>Nur gemochte</translation>
    </message>
    <message>
        <source>Only those with this tag</source>
        <translation>Nur die mit diesem Schlagwort</translation>
    </message>
    <message>
        <source>Order of the takes</source>
        <translation>Reihenfolge der Entwürfe</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Likeliest first</source>
        <translation>Wahrscheinlichste zuerst</translation>
    </message>
    <message>
        <source>Nearest to the dataset</source>
        <translation>Dem Datensatz nächste</translation>
    </message>
    <message>
        <source>Most notes first</source>
        <translation>Meiste Noten zuerst</translation>
    </message>
    <message>
        <source>Most like the shown one</source>
        <translation>Dem gezeigten ähnlichste</translation>
    </message>
    <message>
        <source>The other of the last two that sounded, from here on (B)</source>
        <translation>Der andere der letzten beiden, die klangen, ab hier (B)</translation>
    </message>
    <message>
        <source>Figures of the take beside the dataset</source>
        <translation>Kennzahlen des Entwurfs neben dem Datensatz</translation>
    </message>
    <message>
        <source>The dataset is being read …</source>
        <translation>Der Datensatz wird gelesen …</translation>
    </message>
    <message>
        <source>Shares nothing with the dataset</source>
        <translation>Teilt nichts mit dem Datensatz</translation>
    </message>
    <message>
        <source>Shares %1 bars with “%2”</source>
        <translation>Teilt %1 Takte mit „%2“</translation>
    </message>
    <message numerus="yes">
        <source>The longest passage, at any pitch: %Ln steps. A click shows it in the piece</source>
        <translation>
            <numerusform>Die längste Stelle, in jeder Lage: %Ln Schritt. Ein Klick zeigt sie im Stück</numerusform>
            <numerusform>Die längste Stelle, in jeder Lage: %Ln Schritte. Ein Klick zeigt sie im Stück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln semitones from there</source>
        <translation>
            <numerusform>%Ln Halbton von dort</numerusform>
            <numerusform>%Ln Halbtöne von dort</numerusform>
        </translation>
    </message>
    <message>
        <source>Exports what the roll shows, or the takes that are selected</source>
        <translation>Exportiert, was die Rolle zeigt, oder die gewählten Entwürfe</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Jedes Schlagwort</translation>
    </message>
    <message>
        <source>Show what it goes on from: %1</source>
        <translation>Zeigen, woraus er hervorgeht: %1</translation>
    </message>
    <message>
        <source>Show what it goes on from</source>
        <translation>Zeigen, woraus er hervorgeht</translation>
    </message>
    <message>
        <source>That take is not here any more.</source>
        <translation>Dieser Entwurf ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>It was drawn by itself.</source>
        <translation>Er wurde für sich gezogen.</translation>
    </message>
    <message>
        <source>Takes that go on from it</source>
        <translation>Entwürfe, die daraus hervorgehen</translation>
    </message>
    <message>
        <source>Continue after its end</source>
        <translation>Nach dem Ende fortsetzen</translation>
    </message>
    <message>
        <source>A row of temperatures</source>
        <translation>Eine Reihe von Temperaturen</translation>
    </message>
    <message>
        <source>Temperatures, with spaces between:</source>
        <translation>Temperaturen, durch Leerzeichen getrennt:</translation>
    </message>
    <message>
        <source>At temperatures of your own …</source>
        <translation>Mit eigenen Temperaturen …</translation>
    </message>
</context>
<context>
    <name>ricercar::TensorExporter</name>
    <message>
        <source>Picture (PNG) …</source>
        <translation>Bild (PNG) …</translation>
    </message>
    <message>
        <source>Drawing (SVG) …</source>
        <translation>Zeichnung (SVG) …</translation>
    </message>
    <message>
        <source>Slice as a table (CSV) …</source>
        <translation>Scheibe als Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>Slice for NumPy (.npy) …</source>
        <translation>Scheibe für NumPy (.npy) …</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Export a drawing</source>
        <translation>Zeichnung exportieren</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Width in pixels:</source>
        <translation>Breite in Pixeln:</translation>
    </message>
    <message>
        <source>Export the slice</source>
        <translation>Scheibe exportieren</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npy)</source>
        <translation>NumPy-Felder (*.npy)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>ricercar::TensorInsight</name>
    <message>
        <source>Note layer %1</source>
        <translation>Tonschicht %1</translation>
    </message>
    <message>
        <source>Time layer %1</source>
        <translation>Zeitschicht %1</translation>
    </message>
    <message>
        <source>How the units are sorted: the strongest first</source>
        <translation>Reihenfolge der Einheiten: die stärksten zuerst</translation>
    </message>
    <message>
        <source>By variance</source>
        <translation>Nach Varianz</translation>
    </message>
    <message>
        <source>By correlation: %1</source>
        <translation>Nach Korrelation: %1</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Einfluss</translation>
    </message>
</context>
<context>
    <name>ricercar::TensorPanel</name>
    <message>
        <source>What the third axis shows</source>
        <translation>Was die dritte Achse zeigt</translation>
    </message>
    <message>
        <source>Home (F)</source>
        <translation>Ausgangsansicht (F)</translation>
    </message>
    <message>
        <source>Time × note</source>
        <translation>Zeit × Ton</translation>
    </message>
    <message>
        <source>Time × note: the roll itself (1)</source>
        <translation>Zeit × Ton: die Rolle selbst (1)</translation>
    </message>
    <message>
        <source>Time × feature</source>
        <translation>Zeit × Merkmal</translation>
    </message>
    <message>
        <source>Time × feature, from above (2)</source>
        <translation>Zeit × Merkmal, von oben (2)</translation>
    </message>
    <message>
        <source>Note × feature</source>
        <translation>Ton × Merkmal</translation>
    </message>
    <message>
        <source>Note × feature, from the side (3)</source>
        <translation>Ton × Merkmal, von der Seite (3)</translation>
    </message>
    <message>
        <source>2D</source>
        <translation>2D</translation>
    </message>
    <message>
        <source>Flat: without perspective, dragging moves (D)</source>
        <translation>Flach: ohne Perspektive, Ziehen verschiebt (D)</translation>
    </message>
    <message>
        <source>Zoom in (wheel)</source>
        <translation>Vergrößern (Rad)</translation>
    </message>
    <message>
        <source>Zoom out (wheel)</source>
        <translation>Verkleinern (Rad)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>In einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Smaller values are hidden; zeros always are</source>
        <translation>Kleinere Werte werden verborgen, Nullen immer</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Scheiben</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>How many steps are shown</source>
        <translation>Wie viele Schritte gezeigt werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Where in the piece the window begins</source>
        <translation>Wo im Stück der Ausschnitt beginnt</translation>
    </message>
    <message>
        <source>Follow the playhead</source>
        <translation>Der Abspielposition folgen</translation>
    </message>
    <message>
        <source>Window and time slice move along with the music</source>
        <translation>Ausschnitt und Zeitscheibe gehen mit der Musik mit</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells · %1 · %2 · %3 · mean %4, %5 to %6</source>
        <translation>
            <numerusform>%Ln Zelle · %1 · %2 · %3 · Mittel %4, %5 bis %6</numerusform>
            <numerusform>%Ln Zellen · %1 · %2 · %3 · Mittel %4, %5 bis %6</numerusform>
        </translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>bars %1 to %2</source>
        <translation>Takte %1 bis %2</translation>
    </message>
    <message>
        <source>The first notes are on their way …</source>
        <translation>Die ersten Noten sind unterwegs …</translation>
    </message>
    <message>
        <source>Choose a piece in the dataset, or generate a take.</source>
        <translation>Ein Stück im Datensatz wählen oder einen Durchgang erzeugen.</translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation>Takt %1</translation>
    </message>
    <message>
        <source>Drag to turn, Shift+drag to select, wheel to zoom, Ctrl+wheel to move a slice, ? for all keys</source>
        <translation>Ziehen dreht, Umschalt+Ziehen wählt aus, Rad zoomt, Strg+Rad bewegt eine Scheibe, ? zeigt alle Tasten</translation>
    </message>
    <message>
        <source>Back into the main window</source>
        <translation>Zurück ins Hauptfenster</translation>
    </message>
    <message>
        <source>Seen before it: %1</source>
        <translation>Davor gesehen: %1</translation>
    </message>
    <message>
        <source>%1 · predicted from the dashed column</source>
        <translation>%1 · vorhergesagt aus der gestrichelten Spalte</translation>
    </message>
</context>
<context>
    <name>ricercar::Terms</name>
    <message>
        <source>More in the glossary</source>
        <translation>Mehr unter Begriffe</translation>
    </message>
    <message>
        <source>Click: more in the glossary</source>
        <translation>Klick: mehr unter Begriffe</translation>
    </message>
</context>
<context>
    <name>ricercar::Tour</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ricercar::TracksPanel</name>
    <message>
        <source>Show a piece or a take to see its tracks.</source>
        <translation>Ein Stück oder einen Take zeigen, um seine Spuren zu sehen.</translation>
    </message>
    <message>
        <source>Drums</source>
        <translation>Schlagzeug</translation>
    </message>
    <message>
        <source>Track %1</source>
        <translation>Spur %1</translation>
    </message>
    <message>
        <source>Channel %1, notes: %2</source>
        <translation>Kanal %1, Noten: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>M</source>
        <comment>mute</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>S</source>
        <comment>solo</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Drum kit</source>
        <translation>Schlagzeug</translation>
    </message>
    <message>
        <source>Channel 10 plays drums</source>
        <translation>Kanal 10 spielt Schlagzeug</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
</context>
<context>
    <name>ricercar::TrainForm</name>
    <message>
        <source>Small: a first listen</source>
        <translation>Klein: zum ersten Hören</translation>
    </message>
    <message>
        <source>Layers of 200, 200 over time and 100, 50 over notes. Clearly better music, for about ten times the work.</source>
        <translation>Schichten von 200, 200 über die Zeit und 100, 50 über die Noten. Deutlich bessere Musik für etwa die zehnfache Arbeit.</translation>
    </message>
    <message>
        <source>Large: as Johnson 2015</source>
        <translation>Groß: wie Johnson 2015</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Once through the whole set is an epoch. Training ends after this many</source>
        <translation>Einmal durch alle Stücke ist eine Epoche. Nach so vielen endet das Training</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Training ends after this time, or after the epochs, whichever comes first</source>
        <translation>Das Training endet nach dieser Zeit oder nach den Epochen, was immer zuerst kommt</translation>
    </message>
    <message>
        <source>The same seed and dataset give the same run</source>
        <translation>Gleicher Startwert und Datensatz ergeben den gleichen Lauf</translation>
    </message>
    <message>
        <source>How far each step goes (Adam). Lower it where the loss jumps</source>
        <translation>Wie weit jeder Schritt geht (Adam). Kleiner wählen, wenn der Verlust springt</translation>
    </message>
    <message>
        <source>Stretches of music learnt from at a time</source>
        <translation>Wie viele Ausschnitte auf einmal gelernt werden</translation>
    </message>
    <message>
        <source>Length of each stretch, in 16ths</source>
        <translation>Länge jedes Ausschnitts in Sechzehnteln</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Stop when validation has not improved for this many epochs</source>
        <translation>Anhalten, wenn die Validierung so viele Epochen lang nicht besser wurde</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Early stop after</source>
        <translation>Früher Halt nach</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>those of the music</source>
        <translation>die der Musik</translation>
    </message>
    <message>
        <source>piano</source>
        <translation>Klavier</translation>
    </message>
    <message>
        <source>as Johnson 2015</source>
        <translation>wie Johnson 2015</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: %2 bis %3</translation>
    </message>
    <message>
        <source>What the model hears and plays. Fewer pitches train faster; those of the music leave room for moving it up and down</source>
        <translation>Was das Modell hört und spielt. Weniger Tonhöhen trainieren schneller; die der Musik lassen Raum, sie nach oben und unten zu verschieben</translation>
    </message>
    <message>
        <source>Pitches</source>
        <translation>Tonhöhen</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>bfloat16, quicker</source>
        <translation>bfloat16, schneller</translation>
    </message>
    <message>
        <source>What factors are rounded to before they are multiplied. Sums and weights stay float32</source>
        <translation>Worauf Faktoren vor dem Multiplizieren gerundet werden. Summen und Gewichte bleiben float32</translation>
    </message>
    <message>
        <source>This processor multiplies bfloat16 no quicker than float32</source>
        <translation>Dieser Prozessor multipliziert bfloat16 nicht schneller als float32</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Rechenart</translation>
    </message>
    <message>
        <source>Ricercar: it remembers</source>
        <translation>Ricercar: es erinnert sich</translation>
    </message>
    <message>
        <source>Sees what came next where the piece went the same way before, so that themes and bars return. Layers of 128, 128 over time and 64, 32 over notes. The best music for the time it takes.</source>
        <translation>Sieht, was folgte, wo das Stück schon einmal so ging; so kehren Themen und Takte wieder. Schichten von 128, 128 über die Zeit und 64, 32 über die Töne. Die beste Musik für die Zeit, die es braucht.</translation>
    </message>
    <message>
        <source>the moment alone</source>
        <translation>nur den Augenblick</translation>
    </message>
    <message>
        <source>also like places</source>
        <translation>auch ähnliche Stellen</translation>
    </message>
    <message>
        <source>stays the same</source>
        <translation>bleibt gleich</translation>
    </message>
    <message>
        <source>falls to the end</source>
        <translation>fällt bis zum Ende</translation>
    </message>
    <message>
        <source>What the model is shown (%1 or %2 features). With like places it also sees what came next where the piece went the same way before, and all notes chosen below: themes and bars can return</source>
        <translation>Was dem Modell gezeigt wird (%1 oder %2 Merkmale). Mit ähnlichen Stellen sieht es auch, was folgte, wo das Stück schon einmal so ging, und alle darunter gewählten Töne: Themen und Takte können wiederkehren</translation>
    </message>
    <message>
        <source>The learning rate over the run. Falling along half a cosine, large steps find the way and small ones settle it; the run needs an end, in epochs or minutes</source>
        <translation>Die Lernrate im Lauf der Zeit. Fällt sie entlang eines halben Kosinus, finden große Schritte den Weg und kleine festigen ihn; der Lauf braucht dafür ein Ende, in Epochen oder Minuten</translation>
    </message>
    <message>
        <source> batches</source>
        <translation> Stapel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Pulls the weights gently towards zero, so that the model learns habits of the style rather than single pieces by heart</source>
        <translation>Zieht die Gewichte sanft gegen null, damit das Modell Gewohnheiten des Stils lernt, statt einzelne Stücke auswendig</translation>
    </message>
    <message>
        <source>The share of what it is shown that is hidden at random while it learns, so that it does not lean on one sign alone</source>
        <translation>Der Anteil dessen, was ihm gezeigt wird, der beim Lernen zufällig verdeckt ist, damit es sich nicht auf ein einziges Zeichen stützt</translation>
    </message>
    <message>
        <source>The learning rate rises from nothing over the first batches, so that the first steps do not throw the weights about</source>
        <translation>Die Lernrate steigt über die ersten Stapel von null an, damit die ersten Schritte die Gewichte nicht durcheinanderwerfen</translation>
    </message>
    <message>
        <source>Only where the learning rate falls to the end</source>
        <translation>Nur, wo die Lernrate bis zum Ende fällt</translation>
    </message>
    <message>
        <source>It sees</source>
        <translation>Sieht</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Input dropout</source>
        <translation>Eingangs-Dropout</translation>
    </message>
    <message>
        <source>LSTM layers of 64, 64 over time and 32, 16 over notes. The quickest to learn; good enough to hear what your music does to it.</source>
        <translation>LSTM-Schichten von 64, 64 über die Zeit und 32, 16 über die Noten. Lernt am schnellsten; genug, um zu hören, was Ihre Musik bewirkt.</translation>
    </message>
    <message>
        <source>Medium: clearer music</source>
        <translation>Mittel: klarere Musik</translation>
    </message>
    <message>
        <source>Layers of 300, 300 over time and 100, 50 over notes, the size of the published model. Wants hundreds of pieces and patience.</source>
        <translation>Schichten von 300, 300 über die Zeit und 100, 50 über die Noten, so groß wie das veröffentlichte Modell. Braucht Hunderte von Stücken und Geduld.</translation>
    </message>
    <message>
        <source>Automatic: as many as the preferences say. A run is the same to the bit on any number of threads</source>
        <translation>Automatisch: so viele, wie die Einstellungen sagen. Ein Lauf ist mit jeder Zahl von Threads bis aufs Bit derselbe</translation>
    </message>
</context>
<context>
    <name>ricercar::Training</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>, best validation %1</source>
        <translation>, beste Validierung %1</translation>
    </message>
    <message>
        <source>Training stopped after %1 steps%2. The checkpoint is kept.</source>
        <translation>Training nach %1 Schritten angehalten%2. Der Checkpoint bleibt.</translation>
    </message>
    <message>
        <source>Training finished after %1 steps%2.</source>
        <translation>Training nach %1 Schritten fertig%2.</translation>
    </message>
    <message>
        <source>There are too few pieces to set some aside for validation, so all of them are trained on and no validation curve is drawn.</source>
        <translation>Es sind zu wenige Stücke, um welche für die Validierung zurückzuhalten; darum wird mit allen trainiert und keine Validierungskurve gezeichnet.</translation>
    </message>
    <message>
        <source>The loss was no number at step %1. Training went back to step %2 with half the learning rate.</source>
        <translation>Der Verlust war bei Schritt %1 keine Zahl. Das Training ging mit halber Lernrate zu Schritt %2 zurück.</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>The benchmark was stopped. Started again, it goes on from there.</source>
        <translation>Der Benchmark wurde angehalten. Erneut gestartet, geht er von dort weiter.</translation>
    </message>
    <message>
        <source>%1: %2 nats a frame on the test split.</source>
        <translation>%1: %2 Nats je Schritt auf dem Testteil.</translation>
    </message>
    <message numerus="yes">
        <source>Goes on from step %1; %Ln steps after it are gone.</source>
        <translation>
            <numerusform>Geht bei Schritt %1 weiter; %Ln Schritt danach ist verloren.</numerusform>
            <numerusform>Geht bei Schritt %1 weiter; %Ln Schritte danach sind verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TrainingPanel</name>
    <message>
        <source>Go on with the selected run</source>
        <translation>Gewählten Lauf fortsetzen</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Steps a second</source>
        <translation>Schritte je s</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>nach Schritten</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>nach Epochen</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>nach Zeit</translation>
    </message>
    <message>
        <source>What the horizontal axis counts</source>
        <translation>Was die waagerechte Achse zählt</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>How strongly the training curve is smoothed</source>
        <translation>Wie stark die Trainingskurve geglättet wird</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Export the curve</source>
        <translation>Kurve exportieren</translation>
    </message>
    <message>
        <source>As a table (CSV) …</source>
        <translation>Als Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>As a picture (PNG) …</source>
        <translation>Als Bild (PNG) …</translation>
    </message>
    <message>
        <source>Press Train: the loss on your pieces, and on those set aside to check it, is drawn here as it falls. Choose a run in the list of models to see its curve again.</source>
        <translation>Drücken Sie auf Trainieren: Hier wird gezeichnet, wie der Verlust bei Ihren Stücken und bei den zur Prüfung zurückgehaltenen fällt. Wählen Sie in der Liste der Modelle einen Lauf, um seine Kurve wieder zu sehen.</translation>
    </message>
    <message>
        <source>Stop training</source>
        <translation>Training anhalten</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Stops after this batch; the checkpoint is kept and the run can go on later</source>
        <translation>Hält nach diesem Stapel an; der Checkpoint bleibt, und der Lauf kann später weitergehen</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet: add MIDI files to the dataset first</source>
        <translation>Es gibt noch nichts zu lernen: Fügen Sie dem Datensatz zuerst MIDI-Dateien hinzu</translation>
    </message>
    <message>
        <source>A run is being trained already</source>
        <translation>Es wird schon ein Lauf trainiert</translation>
    </message>
    <message>
        <source>Trains the selected run for as many more epochs or minutes as are set above</source>
        <translation>Trainiert den gewählten Lauf um so viele Epochen oder Minuten weiter, wie oben eingestellt</translation>
    </message>
    <message>
        <source>Select a run with a checkpoint in the list of models first</source>
        <translation>Wählen Sie zuerst in der Liste der Modelle einen Lauf mit Checkpoint</translation>
    </message>
    <message>
        <source>%1 parameters, %2 batches an epoch, about %3 of memory.</source>
        <translation>%1 Parameter, %2 Stapel je Epoche, etwa %3 Speicher.</translation>
    </message>
    <message>
        <source>An epoch takes %1.</source>
        <translation>Eine Epoche dauert %1.</translation>
    </message>
    <message>
        <source>The time an epoch takes is shown after the first batches.</source>
        <translation>Die Dauer einer Epoche steht nach den ersten Stapeln hier.</translation>
    </message>
    <message>
        <source>Pitches %1 to %2 (%3).</source>
        <translation>Tonhöhen %1 bis %2 (%3).</translation>
    </message>
    <message numerus="yes">
        <source>“%1”: %2 windows from %Ln pieces, %3 to validate on.</source>
        <translation>
            <numerusform>„%1“: %2 Fenster aus %Ln Stück, %3 zum Validieren.</numerusform>
            <numerusform>„%1“: %2 Fenster aus %Ln Stücken, %3 zum Validieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its rules take out %1 % of the pieces (%2).</source>
        <translation>Seine Regeln nehmen %1 % der Stücke heraus (%2).</translation>
    </message>
    <message>
        <source>Trains a new model on the dataset “%1”</source>
        <translation>Trainiert ein neues Modell mit dem Datensatz „%1“</translation>
    </message>
    <message>
        <source>Your music</source>
        <translation>Ihre Musik</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Fine-tune the selected run</source>
        <translation>Gewählten Lauf nachtrainieren</translation>
    </message>
    <message>
        <source>%1, fine-tuned</source>
        <comment>name of a run</comment>
        <translation>%1, nachtrainiert</translation>
    </message>
    <message>
        <source>Go on with its own pieces</source>
        <translation>Mit seinen eigenen Stücken fortsetzen</translation>
    </message>
    <message>
        <source>It learns from a public benchmark: start that again, and it goes on from there</source>
        <translation>Er lernt an einem öffentlichen Maßstab: Wird der wieder gestartet, geht es von dort aus weiter</translation>
    </message>
    <message>
        <source>Its pieces were not kept with it, and the dataset is another one now. Fine-tune it instead</source>
        <translation>Seine Stücke wurden nicht mit ihm aufbewahrt, und der Datensatz ist jetzt ein anderer. Trainieren Sie ihn stattdessen nach</translation>
    </message>
    <message>
        <source>Trains the selected run on to the end that it was given</source>
        <translation>Trainiert den gewählten Lauf weiter bis zu dem Ende, das ihm gesetzt war</translation>
    </message>
    <message>
        <source>Trains a new model on the dataset “%1” that starts from this one&apos;s weights; what it hears and plays stays the same</source>
        <translation>Trainiert am Datensatz „%1“ ein neues Modell, das mit den Gewichten von diesem beginnt; was es hört und spielt, bleibt gleich</translation>
    </message>
    <message>
        <source>Trained by %1 since %2.</source>
        <translation>Wird trainiert von %1 seit %2.</translation>
    </message>
    <message>
        <source>The dataset has changed since. The run can go on with the pieces of then, or be fine-tuned on those of now.</source>
        <translation>Der Datensatz hat sich seither geändert. Der Lauf kann mit den Stücken von damals weitergehen oder an denen von jetzt nachtrainiert werden.</translation>
    </message>
    <message>
        <source>The dataset has changed since, and the pieces of then are not there any more: the run cannot go on, but it can be fine-tuned.</source>
        <translation>Der Datensatz hat sich seither geändert, und die Stücke von damals sind nicht mehr da: Der Lauf kann nicht weitergehen, aber nachtrainiert werden.</translation>
    </message>
    <message numerus="yes">
        <source>It would go on from step %1; %Ln steps after it are gone.</source>
        <translation>
            <numerusform>Er ginge bei Schritt %1 weiter; %Ln Schritt danach ist verloren.</numerusform>
            <numerusform>Er ginge bei Schritt %1 weiter; %Ln Schritte danach sind verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::TransportBar</name>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Return to start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Go to end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Play takes while they are generated</source>
        <translation>Entwürfe schon beim Erzeugen abspielen</translation>
    </message>
    <message>
        <source>Position: bar and beat</source>
        <translation>Position: Takt und Schlag</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Tempo in quarter notes a minute</source>
        <translation>Tempo in Vierteln je Minute</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Show a piece or a take first</source>
        <translation>Zeigen Sie zuerst ein Stück oder einen Entwurf</translation>
    </message>
    <message>
        <source>Synthesizer</source>
        <translation>Synthesizer</translation>
    </message>
    <message>
        <source>Synthesizer (not available)</source>
        <translation>Synthesizer (nicht verfügbar)</translation>
    </message>
    <message>
        <source>MIDI: %1</source>
        <translation>MIDI: %1</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Played by the built-in synthesizer.</source>
        <translation>Gespielt vom eingebauten Synthesizer.</translation>
    </message>
    <message>
        <source>Sent to the MIDI port %1.</source>
        <translation>Gesendet an den MIDI-Anschluss %1.</translation>
    </message>
    <message>
        <source>Nothing is heard; the playhead moves.</source>
        <translation>Nichts ist zu hören; die Abspielposition bewegt sich.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Metronome</source>
        <translation>Metronom</translation>
    </message>
    <message>
        <source>Count-in</source>
        <translation>Vorzähler</translation>
    </message>
    <message>
        <source>No count-in</source>
        <translation>Kein Vorzähler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bars</source>
        <translation>
            <numerusform>%Ln Takt</numerusform>
            <numerusform>%Ln Takte</numerusform>
        </translation>
    </message>
    <message>
        <source>All notes off</source>
        <translation>Alle Noten aus</translation>
    </message>
    <message>
        <source>Sound and MIDI …</source>
        <translation>Ton und MIDI …</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
    <message>
        <source>MIDI: %1 (not there)</source>
        <translation>MIDI: %1 (nicht da)</translation>
    </message>
    <message>
        <source>Loop; drag in the ruler to choose the bars</source>
        <translation>Schleife; im Lineal ziehen wählt die Takte</translation>
    </message>
    <message>
        <source>Record what is played on the MIDI keyboard into a new take</source>
        <translation>Aufnehmen, was auf dem MIDI-Keyboard gespielt wird: ein neuer Entwurf</translation>
    </message>
    <message>
        <source>Metronome; count-in in its menu</source>
        <translation>Metronom; das Vorzählen steht in seinem Menü</translation>
    </message>
    <message>
        <source>Sound and MIDI settings</source>
        <translation>Ton- und MIDI-Einstellungen</translation>
    </message>
</context>
<context>
    <name>ricercar::VoicesForm</name>
    <message>
        <source>Tracks and channels</source>
        <translation>Spuren und Kanäle</translation>
    </message>
    <message>
        <source>What is checked is kept of “%1”.</source>
        <translation>Was angehakt ist, bleibt von „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>What is checked is kept of %Ln pieces.</source>
        <translation>
            <numerusform>Was angehakt ist, bleibt von %Ln Stück.</numerusform>
            <numerusform>Was angehakt ist, bleibt von %Ln Stücken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>Pitches</source>
        <translation>Tonumfang</translation>
    </message>
    <message>
        <source>Keep these</source>
        <translation>Diese behalten</translation>
    </message>
    <message>
        <source>Track %1</source>
        <translation>Spur %1</translation>
    </message>
    <message>
        <source>Check one at least; to leave the pieces out, set them aside</source>
        <translation>Mindestens eine anhaken; um Stücke wegzulassen, sie beiseitelegen</translation>
    </message>
    <message>
        <source>%1, drums</source>
        <translation>%1, Schlagzeug</translation>
    </message>
</context>
<context>
    <name>ricercar::Watch</name>
    <message>
        <source>Saving the workspace</source>
        <translation>Arbeitsbereich wird gespeichert</translation>
    </message>
</context>
<context>
    <name>ricercar::WhatIfPage</name>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Where in its bar the step stands, in 16ths</source>
        <translation>Wo im Takt der Schritt steht, in Sechzehnteln</translation>
    </message>
    <message>
        <source>Probabilities of play before and after the change</source>
        <translation>Wahrscheinlichkeiten vor und nach der Änderung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Step in the bar</source>
        <translation>Schritt im Takt</translation>
    </message>
    <message>
        <source>Click to add or remove notes before the step; the list shows what the model then expects of it.</source>
        <translation>Durch Klicken Noten vor dem Schritt setzen oder löschen; die Liste zeigt, was das Modell dann erwartet.</translation>
    </message>
    <message>
        <source>Choose a model above and click a cell: then its past can be changed.</source>
        <translation>Oben ein Modell wählen und eine Zelle anklicken: dann lässt sich ihre Vergangenheit ändern.</translation>
    </message>
    <message>
        <source>What if, before bar %1</source>
        <translation>Was wäre, wenn: vor Takt %1</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
</context>
<context>
    <name>ricercar::WorkspaceStore</name>
    <message>
        <source>best</source>
        <translation>bester</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln pieces</source>
        <translation>
            <numerusform>%Ln Stück entfernen</numerusform>
            <numerusform>%Ln Stücke entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln pieces</source>
        <translation>
            <numerusform>%Ln Stück importieren</numerusform>
            <numerusform>%Ln Stücke importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the run “%1”</source>
        <translation>Den Lauf „%1“ entfernen</translation>
    </message>
    <message>
        <source>Remove the take “%1”</source>
        <translation>Den Take „%1“ entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln takes</source>
        <translation>
            <numerusform>%Ln Entwurf entfernen</numerusform>
            <numerusform>%Ln Entwürfe entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename the take “%1”</source>
        <translation>Den Entwurf „%1“ umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln takes</source>
        <translation>
            <numerusform>%Ln Entwurf mit einem Schlagwort versehen</numerusform>
            <numerusform>%Ln Entwürfe mit einem Schlagwort versehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take a tag from %Ln takes</source>
        <translation>
            <numerusform>%Ln Entwurf ein Schlagwort nehmen</numerusform>
            <numerusform>%Ln Entwürfen ein Schlagwort nehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ricercar::Workspaces</name>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Ricercar workspaces (*.ricercar-db)</source>
        <translation>Ricercar-Arbeitsbereiche (*.ricercar-db)</translation>
    </message>
    <message>
        <source>Save a copy of the workspace</source>
        <translation>Kopie des Arbeitsbereichs sichern</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>Copying the workspace</source>
        <translation>Arbeitsbereich wird kopiert</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>Kopiert nach %1</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>Your own workspace</source>
        <translation>Eigener Arbeitsbereich</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The workspace&apos;s file is back.</source>
        <translation>Die Datei des Arbeitsbereichs ist wieder da.</translation>
    </message>
    <message>
        <source>Another file stands in the place of the workspace, %1. What was open is still here: save it under another name, or open the other one.</source>
        <translation>An der Stelle des Arbeitsbereichs steht eine andere Datei: %1. Was offen war, ist noch da: Speichern Sie es unter einem anderen Namen, oder öffnen Sie die andere Datei.</translation>
    </message>
    <message>
        <source>The workspace&apos;s file is gone: %1. What was open is still here: save it under another name.</source>
        <translation>Die Datei des Arbeitsbereichs ist weg: %1. Was offen war, ist noch da: Speichern Sie es unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>Arbeitsbereich speichern</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
</context>
</TS>
