namespace MotivationalInterviewing.Text;

/// <summary>
/// Tells English from other languages by script and function words. Very short texts, names, numbers and emoji pass:
/// they are the same in every language and say little either way.
/// </summary>
internal static class LanguageCheck
{
    private const int Window = 1200;

    // A text that opens with this many English words and none of another language is English.
    private const int Enough = 5;

    internal static bool IsSupported(ReadOnlySpan<char> text)
    {
        if (text.Length > Window) text = text[..Window];
        int letters = 0, foreignScript = 0, words = 0, english = 0, foreign = 0, accented = 0;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c == ' ')
            {
                i++;
                continue;
            }

            if (!char.IsLetter(c))
            {
                var note = Marks.NoteLength(text, i);
                i += Math.Max(1, note);
                continue;
            }

            var length = 0;
            var hash = WordTable.HashStart;
            var hasAccent = false;
            var scriptLetters = 0;
            for (; i < text.Length; i++)
            {
                c = text[i];
                var small = (char)(c | 0x20);
                if (!char.IsAsciiLetterLower(small))
                {
                    if (Marks.IsApostrophe(c)) continue;
                    if (!char.IsLetter(c)) break;
                    if (!IsLatin(c)) scriptLetters++;
                    else if (c > '\u007F') hasAccent = true;
                    small = char.ToLowerInvariant(c);
                }

                hash = WordTable.HashStep(hash, small);
                length++;
            }

            letters += length;
            foreignScript += scriptLetters;
            words++;
            if (hasAccent) accented++;
            if (length > WordTable.LongestWord) continue;
            var id = Words.Table.Find(WordTable.HashFinish(hash));
            if (Words.Has(s_english, id) || !Words.Expand(id).IsEmpty)
            {
                if (++english == Enough && foreign == 0 && foreignScript == 0) return true;
            }

            if (Words.Has(s_foreign, id)) foreign++;
            else if (hasAccent) foreign++;
        }

        if (letters == 0) return true;
        if (foreignScript * 2 > letters) return false;
        if (words == 1) return foreign == 0 || accented == 1;
        if (words == 2) return !(foreign == 2 && english == 0 && accented < 2);
        if (foreign >= 2 && foreign > english) return false;
        if (foreign >= 1 && english == 0) return false;
        return words < 10 || english > 0;
    }

    /// <summary>
    /// Counts English words while a text is read for something else; from <see cref="Enough"/> on, a text of ASCII
    /// characters needs no look of its own. Negative once a word of another language came first.
    /// </summary>
    internal static void CountEnglish(ReadOnlySpan<Token> tokens, ref int english)
    {
        var start = -1;
        var counted = false;
        foreach (var token in tokens)
        {
            if ((uint)english >= Enough) return;
            if (token.Start != start)
            {
                start = token.Start;
                counted = Words.Has(s_english, token.Id);
                if (counted) english++;
                else if (Words.Has(s_foreign, token.Id)) english = -1;
            }
            else if (!counted)
            {
                // "don't", "gonna": short forms are English.
                counted = true;
                english++;
            }
        }
    }

    /// <summary>True when so many words were counted that an ASCII text is English.</summary>
    internal static bool IsEnough(int english) => english >= Enough;

    private static bool IsLatin(char c) => c < '\u0250' || c is >= '\u1E00' and < '\u1F00';

    private static readonly bool[] s_english = Words.Set("""
        the and to of it is that you for be have with but what there at they this we my she not know think about are if get out up
        because when would can could did does been had them him her his our your from how who why or really very some then any
        one more than now want like yes yeah ok well time good even only much need make going right people too here see say said feel never take
        """);

    // Frequent words of other languages that are no English words.
    private static readonly bool[] s_foreign = Words.Set("""
        que el los de las una por para como pero muy esta este eso todo quiero puedo tengo soy estoy cuando porque dejar beber fumar yo mi nada hace bien ser voy creo siempre nunca hoy
        ich nicht und der das ist ein eine mit auf zu aber auch wenn sie wir mir mich habe kann noch schon nur oder wie mein immer mehr weil dass trinken rauchen aufhoren von dem bei sind keine heute
        je ne pas les des est une dans pour que qui avec mais sur vous nous tu suis cest jai tout tres bien veux peux boire fumer arreter mon mes fait comme moi toujours jamais
        nie sie jest jak tak czy dla mnie juz tylko moge chce przestac palic bardzo wiem jestem teraz
        non che il sono una mi piu questo voglio posso smettere bere fumare anche sempre della nel perche gli
        eu nao uma meu minha quero parar isso voce muito tambem estou tenho
        het een ik niet dat en ook maar wil kan stoppen drinken roken mijn heb voor als nog
        jag inte och att det som jeg ikke og att har sluta dricka
        bir ve icin ama cok bu degil istiyorum birakmak sigara icki
        saya tidak mau ingin berhenti merokok minum yang untuk aku hindi ako gusto ng mga ang
        """);
}
