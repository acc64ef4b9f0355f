<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Banner</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>Edit %n products together</source>
        <translation>
            <numerusform>Edit %n product</numerusform>
            <numerusform>Edit %n products together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n product(s)</source>
        <translation>
            <numerusform>Change %n product</numerusform>
            <numerusform>Change %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} products would change.</source>
        <translation>
            <numerusform>%n of {total} products would change.</numerusform>
            <numerusform>%n of {total} products would change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CataloguePanel</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) removed.</source>
        <translation>
            <numerusform>%n product removed.</numerusform>
            <numerusform>%n products removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatPanel</name>
    <message numerus="yes">
        <source>%n unanswered</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n unanswered</numerusform>
            <numerusform>%n unanswered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message numerus="yes">
        <source>%n column(s) not used:</source>
        <translation>
            <numerusform>%n column not used:</numerusform>
            <numerusform>%n columns not used:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message numerus="yes">
        <source>%n product(s) added</source>
        <translation>
            <numerusform>%n product added</numerusform>
            <numerusform>%n products added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be used</source>
        <translation>
            <numerusform>%n picture could not be used</numerusform>
            <numerusform>%n pictures could not be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message numerus="yes">
        <source>%n term(s) deleted.</source>
        <translation>
            <numerusform>%n term deleted.</numerusform>
            <numerusform>%n terms deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) taken from {file}.</source>
        <translation>
            <numerusform>%n term taken from {file}.</numerusform>
            <numerusform>%n terms taken from {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mistake(s):</source>
        <translation>
            <numerusform>%n mistake:</numerusform>
            <numerusform>%n mistakes:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Import %n product(s)</source>
        <translation>
            <numerusform>Import %n product</numerusform>
            <numerusform>Import %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeadsDialog</name>
    <message numerus="yes">
        <source>%n lead(s) removed.</source>
        <translation>
            <numerusform>%n lead removed.</numerusform>
            <numerusform>%n leads removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) merged into one.</source>
        <translation>
            <numerusform>%n lead merged into one.</numerusform>
            <numerusform>%n leads merged into one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message numerus="yes">
        <source>%n carton(s)</source>
        <translation>
            <numerusform>%n carton</numerusform>
            <numerusform>%n cartons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewestPill</name>
    <message numerus="yes">
        <source>%n new</source>
        <comment>lines or messages</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBox</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message numerus="yes">
        <source>{page}, %n to check</source>
        <translation>
            <numerusform>{page}, %n to check</numerusform>
            <numerusform>{page}, %n to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <comment>fields</comment>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>products</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message numerus="yes">
        <source>%n caption(s)</source>
        <translation>
            <numerusform>%n caption</numerusform>
            <numerusform>%n captions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n unanswered</numerusform>
            <numerusform>%n unanswered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n figure(s) to check</source>
        <translation>
            <numerusform>%n figure to check</numerusform>
            <numerusform>%n figures to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextsSection</name>
    <message numerus="yes">
        <source>{language}, %n text(s) empty</source>
        <translation>
            <numerusform>{language}, %n text empty</numerusform>
            <numerusform>{language}, %n texts empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) empty that another language has.</source>
        <translation>
            <numerusform>%n text is empty that another language has.</numerusform>
            <numerusform>%n texts are empty that another language has.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) here by machine. Read them before the show.</source>
        <translation>
            <numerusform>%n text here is by machine. Read it before the show.</numerusform>
            <numerusform>%n texts here are by machine. Read them before the show.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) left empty: the machine was not sure. Write them by hand.</source>
        <translation>
            <numerusform>%n text left empty: the machine was not sure. Write it by hand.</numerusform>
            <numerusform>%n texts left empty: the machine was not sure. Write them by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone(s) connected</source>
        <translation>
            <numerusform>%n phone connected</numerusform>
            <numerusform>%n phones connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phone(s) would rather read {language}</source>
        <translation>
            <numerusform>%n phone would rather read {language}</numerusform>
            <numerusform>%n phones would rather read {language}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out in the rush</source>
        <translation>
            <numerusform>%n left out in the rush</numerusform>
            <numerusform>%n left out in the rush</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tries again in %n minute(s)</source>
        <translation>
            <numerusform>tries again in %n minute</numerusform>
            <numerusform>tries again in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tries again in %n second(s)</source>
        <translation>
            <numerusform>tries again in %n second</numerusform>
            <numerusform>tries again in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asks every %n second(s)</source>
        <translation>
            <numerusform>asks every second</numerusform>
            <numerusform>asks every %n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
