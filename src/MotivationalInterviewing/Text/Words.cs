namespace MotivationalInterviewing.Text;

/// <summary>
/// The words that the rules know, and how spoken and typed short forms are opened. One table serves all lexicons so that
/// a text is looked up once.
/// </summary>
internal static class Words
{
    internal static readonly WordTable Table = new();

    private static readonly int[]?[] s_expansions;

    internal static readonly int Not = Table.Add("not");
    internal static readonly int I = Table.Add("i");
    internal static readonly int You = Table.Add("you");
    internal static readonly int It = Table.Add("it");
    internal static readonly int Is = Table.Add("is");
    internal static readonly int To = Table.Add("to");
    internal static readonly int Will = Table.Add("will");
    internal static readonly int Would = Table.Add("would");
    internal static readonly int Am = Table.Add("am");
    internal static readonly int Are = Table.Add("are");
    internal static readonly int Have = Table.Add("have");
    internal static readonly int Number = Table.Add("#");

    static Words()
    {
        // Left: as typed or spoken, without apostrophes. Right: the words that stand for it.
        const string ShortForms = """
            dont=do not;doesnt=does not;didnt=did not;cant=can not;cannot=can not;couldnt=could not;wouldnt=would not;shouldnt=should not
            wont=will not;isnt=is not;arent=are not;wasnt=was not;werent=were not;havent=have not;hasnt=has not;hadnt=had not;aint=is not
            im=i am;ive=i have;ima=i am going to;imma=i am going to;youre=you are;youve=you have;youll=you will;theyre=they are;theyve=they have
            thats=that is;whats=what is;hes=he is;shes=she is;theres=there is;itll=it will;thatll=that will;weve=we have
            gonna=going to;gunna=going to;finna=going to;wanna=want to;gotta=got to;hafta=have to;oughta=ought to;tryna=trying to;trynna=trying to;gotcha=got you
            lemme=let me;lets=let us;gimme=give me;kinda=kind of;sorta=sort of;outta=out of;lotta=lot of;dunno=do not know;idk=i do not know;idc=i do not care
            coulda=could have;woulda=would have;shoulda=should have;couldve=could have;wouldve=would have;shouldve=should have
            cos=because;cuz=because;coz=because;cause=because;bc=because;bcos=because;becuase=because;tho=though;altho=although
            u=you;ur=your;r=are;ya=you;yer=your;b4=before;thx=thanks;pls=please;plz=please;ppl=people;rly=really;rlly=really;wk=week;wks=weeks
            n=and;w=with;wit=with;abt=about;tmrw=tomorrow;tmr=tomorrow;2moro=tomorrow;tonite=tonight;nite=night;prob=probably;probs=probably;prolly=probably;def=definitely;defo=definitely;deffo=definitely
            yea=yeah;yeh=yeah;yep=yes;yup=yes;ye=yeah;nah=no;nope=no;naw=no;nuh=no;k=ok;kk=ok;okay=ok;okey=ok;alright=ok;mm=mhm;mmm=mhm;mmhm=mhm;mmhmm=mhm;mhmm=mhm;hm=mhm;hmm=mhm;uhhuh=mhm
            em=them;somethin=something;nothin=nothing;goin=going;doin=doing;tryin=trying;drinkin=drinking;smokin=smoking;stoppin=stopping;gettin=getting;quittin=quitting;makin=making;takin=taking
            iam=i am;id=i would;wen=when;wat=what;wht=what;wud=would;cud=could;shud=should;skool=school;alot=a lot;ciggies=cigarettes;cig=cigarette;cigs=cigarettes;fags=cigarettes;smokes=cigarettes
            meds=medication;medicine=medication;medicines=medication;medications=medication;pills=tablets;pill=tablet;mum=mother;mom=mother;mam=mother;momma=mother;dad=father;kids=children;kiddo=child;kid=child
            """;
        var expansions = new Dictionary<int, int[]>();
        foreach (var entry in ShortForms.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            expansions[Table.Add(entry.AsSpan(0, equals))] = Ids(entry[(equals + 1)..]);
        }

        s_expansions = new int[Table.Count][];
        foreach (var (id, words) in expansions) s_expansions[id] = words;
    }

    /// <summary>The words that a short form stands for; empty when the word stands for itself.</summary>
    internal static ReadOnlySpan<int> Expand(int id) => (uint)id < (uint)s_expansions.Length ? s_expansions[id] : [];

    /// <summary>A set of words as a lookup by number. Words are separated by spaces or line ends.</summary>
    internal static bool[] Set(string words)
    {
        var ids = Ids(words);
        var greatest = -1;
        foreach (var id in ids) greatest = Math.Max(greatest, id);
        var set = new bool[greatest + 1];
        foreach (var id in ids) set[id] = true;
        return set;
    }

    /// <summary>The numbers of words, in order. Plain loops: this runs before the first answer, and each generic method costs there.</summary>
    internal static int[] Ids(string words)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var ids = new int[parts.Length];
        for (var i = 0; i < ids.Length; i++) ids[i] = Table.Add(parts[i]);
        return ids;
    }

    internal static bool Has(bool[] set, int id) => (uint)id < (uint)set.Length && set[id];
}
