using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions.Instruments;

/// <summary>
/// The instruments of the library, one interned object each. Scoring keys are in our own code; wording ships only where
/// it is free to ship.
/// </summary>
public static class Instruments
{
    private static readonly ImmutableArray<int> s_yesNo = [0, 1];
    private static readonly ImmutableArray<int> s_four = [0, 1, 2, 3];
    private static readonly ImmutableArray<int> s_ten = [.. Enumerable.Range(0, 11)];

    /// <summary>Importance, confidence and readiness, items 1 to 3, each 0 to 10. Bands 0-3, 4-6 and 7-10 are a design of this library.</summary>
    public static Instrument<RulersResult> Rulers { get; } = new(
        "rulers", "Importance, confidence and readiness rulers",
        [
            new(1, s_ten, "On a scale from 0 to 10, how important is this change to you right now?"),
            new(2, s_ten, "On a scale from 0 to 10, how confident are you that you could make it if you decided to?"),
            new(3, s_ten, "On a scale from 0 to 10, how ready are you to make it?"),
        ],
        [Ruler("importance", 1), Ruler("confidence", 2), Ruler("readiness", 3)],
        new(true, "Generic; the wording is this library's own.", "No source claims the scale"),
        "Ask next why the number is not lower, never why it is not higher.",
        (_, _, s) => new RulersResult { Importance = Whole(s["importance"]), Confidence = Whole(s["confidence"]), Readiness = Whole(s["readiness"]) });

    /// <summary>Stages of Change Readiness and Treatment Eagerness Scale, version 8, alcohol.</summary>
    public static Instrument<SocratesResult> Socrates8A { get; } = Socrates("socrates-8a", "SOCRATES 8A (alcohol)", "drinking",
    [
        "I really want to make changes in my drinking.",
        "Sometimes I wonder if I am an alcoholic.",
        "If I don't change my drinking soon, my problems are going to get worse.",
        "I have already started making some changes in my drinking.",
        "I was drinking too much at one time, but I've managed to change my drinking.",
        "Sometimes I wonder if my drinking is hurting other people.",
        "I am a problem drinker.",
        "I'm not just thinking about changing my drinking, I'm already doing something about it.",
        "I have already changed my drinking, and I am looking for ways to keep from slipping back to my old pattern.",
        "I have serious problems with drinking.",
        "Sometimes I wonder if I am in control of my drinking.",
        "My drinking is causing a lot of harm.",
        "I am actively doing things now to cut down or stop drinking.",
        "I want help to keep from going back to the drinking problems that I had before.",
        "I know that I have a drinking problem.",
        "There are times when I wonder if I drink too much.",
        "I am an alcoholic.",
        "I am working hard to change my drinking.",
        "I have made some changes in my drinking, and I want some help to keep from going back to the way I used to drink.",
    ]);

    /// <summary>Stages of Change Readiness and Treatment Eagerness Scale, version 8, drugs.</summary>
    public static Instrument<SocratesResult> Socrates8D { get; } = Socrates("socrates-8d", "SOCRATES 8D (drugs)", "drug use",
    [
        "I really want to make changes in my use of drugs.",
        "Sometimes I wonder if I am an addict.",
        "If I don't change my drug use soon, my problems are going to get worse.",
        "I have already started making some changes in my use of drugs.",
        "I was using drugs too much at one time, but I've managed to change that.",
        "Sometimes I wonder if my drug use is hurting other people.",
        "I have a drug problem.",
        "I'm not just thinking about changing my drug use, I'm already doing something about it.",
        "I have already changed my drug use, and I am looking for ways to keep from slipping back to my old pattern.",
        "I have serious problems with drugs.",
        "Sometimes I wonder if I am in control of my drug use.",
        "My drug use is causing a lot of harm.",
        "I am actively doing things now to cut down or stop my use of drugs.",
        "I want help to keep from going back to the drug problems that I had before.",
        "I know that I have a drug problem.",
        "There are times when I wonder if I use drugs too much.",
        "I am a drug addict.",
        "I am working hard to change my drug use.",
        "I have made some changes in my drug use, and I want some help to keep from going back to the way I used before.",
    ]);

    /// <summary>University of Rhode Island Change Assessment, 32 items of 1 to 5. Keys only.</summary>
    public static Instrument<UricaResult> Urica32 { get; } = new(
        "urica-32", "URICA (32 items)", Items(32, [1, 2, 3, 4, 5]),
        [
            new("precontemplation", "Precontemplation", [1, 5, 11, 13, 23, 26, 29], 1, 5, ScaleMethod.Mean),
            new("contemplation", "Contemplation", [2, 8, 12, 15, 19, 21, 24], 1, 5, ScaleMethod.Mean),
            new("action", "Action", [3, 7, 10, 14, 17, 25, 30], 1, 5, ScaleMethod.Mean),
            new("maintenance", "Maintenance (struggling to maintain)", [6, 16, 18, 22, 27, 28, 32], 1, 5, ScaleMethod.Mean),
        ],
        new(false, "Not clearly public domain: supply wording that you may use.", "TIP 35 prints it \"by permission\""),
        "Items 4, 9, 20 and 31 are not scored. Use readiness before treatment only, later action and maintenance. Sources disagree on cut-offs.",
        (_, _, s) =>
        {
            double p = s["precontemplation"].Value, c = s["contemplation"].Value, a = s["action"].Value, m = s["maintenance"].Value, r = c + a + m - p;
            return new UricaResult
            {
                Precontemplation = p,
                Contemplation = c,
                Action = a,
                Maintenance = m,
                Readiness = r,
                StageByUmbc = UricaStageByUmbc(r),
                StageByVcu = UricaStageByVcu(r),
            };
        });

    /// <summary>UMBC's cut-offs on URICA readiness. The source's bands share their edges; an edge goes to the lower one, as "8 and below" says.</summary>
    public static CutOffs UricaUmbc { get; } = new(
        "UMBC HABITS lab, one secondary source; the lab calls cut-offs arbitrary", new(-2, 8, "precontemplation"), new(8, 11, "contemplation"), new(11, 14, "preparation or action"));

    /// <summary>VCU's group means of URICA readiness; the nearest decides.</summary>
    public static ImmutableArray<(StageOfChange Stage, double Mean)> UricaVcuMeans { get; } =
        [(StageOfChange.Precontemplation, 9.3), (StageOfChange.Contemplation, 11.0), (StageOfChange.Action, 12.6)];

    /// <summary>Readiness to Change Questionnaire, 12 items of -2 to 2. Keys only.</summary>
    public static Instrument<RtcqResult> Rtcq { get; } = new(
        "rtcq", "Readiness to Change Questionnaire", Items(12, [-2, -1, 0, 1, 2]),
        [
            new("precontemplation", "Precontemplation", [1, 5, 10, 12], -8, 8),
            new("contemplation", "Contemplation", [3, 4, 8, 9], -8, 8),
            new("action", "Action", [2, 6, 7, 11], -8, 8),
        ],
        new(false, "Copyright Heather and Rollnick: supply wording that you may use.", "The questionnaire's authors"),
        "The highest scale gives the stage, a tie the later one. A refined method left 32 % unstaged.",
        (_, _, s) =>
        {
            int p = Whole(s["precontemplation"]), c = Whole(s["contemplation"]), a = Whole(s["action"]);
            return new RtcqResult
            {
                Precontemplation = p,
                Contemplation = c,
                Action = a,
                Continuous = (c + a - p) / 3.0,
                Stage = a >= c && a >= p ? StageOfChange.Action : c >= p ? StageOfChange.Contemplation : StageOfChange.Precontemplation,
            };
        });

    /// <summary>Contemplation Ladder, one rung of 0 to 10, with anchors in this library's own words.</summary>
    public static Instrument<LadderResult> ContemplationLadder { get; } = new(
        "contemplation-ladder", "Contemplation Ladder",
        [new(1, s_ten, "Which rung is nearest to where you stand: 0 no thought of changing, 2 ought to think of it some day, 5 ought to change but not quite ready, 8 beginning to think how, 10 already acting?")],
        [
            new("rung", "Rung", [1], 0, 10, cutOffs: new CutOffs(
                "Anchors of the ladder, one secondary source; our own words",
                new(0, 1, "no thought of changing"), new(2, 4, "ought to think of it some day"), new(5, 7, "ought to change, not quite ready"), new(8, 9, "beginning to think how"), new(10, 10, "already acting"))),
        ],
        new(true, "The wording is this library's own.", "The published anchors are not reproduced"),
        "Agrees with staging at about r .50, and with itself a month later at about .55: movement is normal.",
        (i, _, s) => new LadderResult { Rung = Whole(s["rung"]), Name = i.Scales[0].CutOffs[0].Find(s["rung"].Value)!.Name });

    /// <summary>Decisional balance: the weight, 0 to 10, of the pros and cons of staying and of changing.</summary>
    public static Instrument<DecisionalBalanceResult> DecisionalBalance { get; } = new(
        "decisional-balance", "Decisional balance",
        [
            new(1, s_ten, "How much weight do the good things about how it is now have?"),
            new(2, s_ten, "How much weight do the less good things about how it is now have?"),
            new(3, s_ten, "How much weight would the good things about changing have?"),
            new(4, s_ten, "How much weight would the less good things about changing have?"),
        ],
        [new("change", "For change", [2, 3], 0, 20), new("staying", "For staying", [1, 4], 0, 20)],
        new(true, "Generic; the wording is this library's own.", "No source claims the scale"),
        "For neutrality only: it lowers commitment in people who are ambivalent, and may help those who have decided (Miller and Rose).",
        (_, _, s) => new DecisionalBalanceResult { ForChange = Whole(s["change"]), ForStaying = Whole(s["staying"]) });

    private static readonly InstrumentLicense s_audit = new(
        false, "Copyright World Health Organization: free for non-commercial use, not public domain. Supply wording that you may use.",
        "WHO; a SAMHSA copy of AUDIT-C calls it public domain, but its items are AUDIT 1 to 3: sources differ");

    /// <summary>Alcohol Use Disorders Identification Test: items 1 to 8 are 0 to 4, items 9 and 10 are 0, 2 or 4. Keys only.</summary>
    public static Instrument<AuditResult> Audit { get; } = new(
        "audit", "AUDIT", [.. Items(8, [0, 1, 2, 3, 4]), new(9, [0, 2, 4]), new(10, [0, 2, 4])],
        [
            new("total", "Total", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0, 40, loinc: "75624-7", cutOffs: new CutOffs(
                "WHO AUDIT manual", new(0, 7, "low risk"), new(8, 15, "hazardous"), new(16, 19, "harmful"), new(20, 40, "possible dependence: specialist"))),
            new("use", "Use", [1, 2, 3], 0, 12),
            new("dependence", "Dependence", [4, 5, 6], 0, 12),
            new("harm", "Harm", [7, 8, 9, 10], 0, 16),
        ],
        s_audit, "Step up one level with 2 or more on any of items 4 to 6, or 4 on item 9 or 10.",
        (_, answers, s) =>
        {
            var total = Whole(s["total"]);
            var level = total <= 7 ? AuditLevel.Low : total <= 15 ? AuditLevel.Hazardous : total <= 19 ? AuditLevel.Harmful : AuditLevel.PossibleDependence;
            var up = new[] { 4, 5, 6 }.Any(n => answers.GetValueOrDefault(n) >= 2) || answers.GetValueOrDefault(9) == 4 || answers.GetValueOrDefault(10) == 4;
            return new AuditResult
            {
                Total = total,
                Use = Whole(s["use"]),
                Dependence = Whole(s["dependence"]),
                Harm = Whole(s["harm"]),
                LevelByTotal = level,
                Level = up && level < AuditLevel.PossibleDependence ? level + 1 : level,
            };
        });

    /// <summary>AUDIT-C: items 1 to 3 of AUDIT. Keys only.</summary>
    public static Instrument<AuditCResult> AuditC { get; } = new(
        "audit-c", "AUDIT-C", Items(3, [0, 1, 2, 3, 4]),
        [
            new("total", "Total", [1, 2, 3], 0, 12, loinc: "75626-2", cutOffs:
            [
                new CutOffs("For men", new(0, 3, "negative"), new(4, 12, "positive")),
                new CutOffs("For women", new(0, 2, "negative"), new(3, 12, "positive")),
            ]),
        ],
        s_audit, "When all points come from item 1, ask again about amounts.",
        (_, answers, s) =>
        {
            var total = Whole(s["total"]);
            return new AuditCResult { Total = total, PositiveForMen = total >= 4, PositiveForWomen = total >= 3, AllFromFrequency = total > 0 && answers.GetValueOrDefault(1) == total };
        });

    /// <summary>Drug Abuse Screening Test, 10 items, past year, not alcohol or tobacco; 0 no, 1 yes. Keys only.</summary>
    public static Instrument<DastResult> Dast10 { get; } = new(
        "dast-10", "DAST-10", Items(10, s_yesNo),
        [
            new("total", "Total", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0, 10, reversed: [3], cutOffs: new CutOffs(
                "Skinner; two sources", new(0, 0, "no problem reported"), new(1, 2, "low"), new(3, 5, "moderate"), new(6, 8, "substantial"), new(9, 10, "severe"))),
        ],
        new(false, "Copyright Skinner and CAMH: non-commercial use with credit. Supply wording that you may use.", "One secondary source; a vendor says public domain: sources differ"),
        "Item 3 counts when answered no.",
        (_, _, s) =>
        {
            var total = Whole(s["total"]);
            return new DastResult { Total = total, Level = total == 0 ? DastLevel.NoProblem : total <= 2 ? DastLevel.Low : total <= 5 ? DastLevel.Moderate : total <= 8 ? DastLevel.Substantial : DastLevel.Severe };
        });

    /// <summary>
    /// Fagerström Test for Nicotine Dependence with the Heaviness of Smoking Index (items 1 and 4). Answers are the scored
    /// numbers: <see cref="FtndFirstCigarette"/> and <see cref="FtndPerDay"/> give those of items 1 and 4; item 3 is 1 for the
    /// first one of the morning; items 2, 5 and 6 are 1 for yes. Keys only.
    /// </summary>
    public static Instrument<FtndResult> Ftnd { get; } = new(
        "ftnd", "FTND with HSI", [new(1, s_four), new(2, s_yesNo), new(3, s_yesNo), new(4, s_four), new(5, s_yesNo), new(6, s_yesNo)],
        [
            new("total", "Total", [1, 2, 3, 4, 5, 6], 0, 10, cutOffs: new CutOffs(
                "Fagerström; bands vary by site", new(0, 2, "very low"), new(3, 4, "low"), new(5, 5, "medium"), new(6, 7, "high"), new(8, 10, "very high"))),
            new("hsi", "Heaviness of Smoking Index", [1, 4], 0, 6),
        ],
        new(false, "Permission status unverified: supply wording that you may use.", "No source found that settles it"),
        "The bands vary by site.",
        (_, _, s) =>
        {
            var total = Whole(s["total"]);
            return new FtndResult
            {
                Total = total,
                HeavinessOfSmoking = Whole(s["hsi"]),
                Level = total <= 2 ? FtndLevel.VeryLow : total <= 4 ? FtndLevel.Low : total == 5 ? FtndLevel.Medium : total <= 7 ? FtndLevel.High : FtndLevel.VeryHigh,
            };
        });

    private static readonly ImmutableArray<string> s_phq =
    [
        "Little interest or pleasure in doing things",
        "Feeling down, depressed, or hopeless",
        "Trouble falling or staying asleep, or sleeping too much",
        "Feeling tired or having little energy",
        "Poor appetite or overeating",
        "Feeling bad about yourself \u2014 or that you are a failure or have let yourself or your family down",
        "Trouble concentrating on things, such as reading the newspaper or watching television",
        "Moving or speaking so slowly that other people could have noticed? Or the opposite \u2014 being so fidgety or restless that you have been moving around a lot more than usual",
        "Thoughts that you would be better off dead or of hurting yourself in some way",
    ];

    private static readonly ImmutableArray<string> s_phqLoinc = ["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"];

    private static readonly InstrumentLicense s_phqLicense = new(
        true, "No permission required to reproduce, translate, display or distribute.", "PHQ screeners site; some copies still print a Pfizer notice");

    private static readonly ImmutableArray<AnswerChoice> s_phqChoices =
        [new(0, "Not at all", "LA6568-5"), new(1, "Several days", "LA6569-3"), new(2, "More than half the days", "LA6570-1"), new(3, "Nearly every day", "LA6571-9")];

    private const string PhqInstruction = "Over the last 2 weeks, how often have you been bothered by any of the following problems?";

    /// <summary>Patient Health Questionnaire, first two items.</summary>
    public static Instrument<Phq2Result> Phq2 { get; } = new(
        "phq-2", "PHQ-2", Phq(2),
        [
            new("total", "Total", [1, 2], 0, 6, loinc: "55758-7", cutOffs:
            [
                new CutOffs("Usual cut-off", new(0, 2, "negative"), new(3, 6, "positive")),
                new CutOffs("More sensitive cut-off", new(0, 1, "negative"), new(2, 6, "positive")),
            ]),
        ],
        s_phqLicense, "A positive screen asks for the PHQ-9.",
        (_, _, s) => new Phq2Result { Total = Whole(s["total"]), Positive = s["total"].Value >= 3, PositiveSensitive = s["total"].Value >= 2 })
    { Instruction = PhqInstruction, Choices = s_phqChoices };

    /// <summary>Patient Health Questionnaire, nine items. Item 9 of 1 or more enters the safety flow and is never prorated.</summary>
    public static Instrument<Phq9Result> Phq9 { get; } = new(
        "phq-9", "PHQ-9", Phq(9),
        [
            new("total", "Total", [1, 2, 3, 4, 5, 6, 7, 8, 9], 0, 27, loinc: "44261-6", cutOffs: new CutOffs(
                "PHQ-9 cut-points 5, 10, 15, 20", new(0, 4, "minimal"), new(5, 9, "mild"), new(10, 14, "moderate"), new(15, 19, "moderately severe"), new(20, 27, "severe"))),
        ],
        s_phqLicense, "Item 9 of 1 or more enters the safety flow first (sensitivity .69, specificity .84); zero does not rule out risk.",
        (_, answers, s) =>
        {
            var total = Whole(s["total"]);
            return new Phq9Result
            {
                Total = total,
                SafetyItem = answers[9]!.Value,
                Severity = total <= 4 ? Phq9Severity.Minimal : total <= 9 ? Phq9Severity.Mild : total <= 14 ? Phq9Severity.Moderate : total <= 19 ? Phq9Severity.ModeratelySevere : Phq9Severity.Severe,
            };
        })
    { Instruction = PhqInstruction, Choices = s_phqChoices, Loinc = "44249-1" };

    /// <summary>FTND item 1: minutes from waking to the first cigarette. Up to 5 gives 3, to 30 gives 2, to 60 gives 1, later 0.</summary>
    /// <param name="minutes">Minutes, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minutes are negative.</exception>
    public static int FtndFirstCigarette(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        return minutes <= 5 ? 3 : minutes <= 30 ? 2 : minutes <= 60 ? 1 : 0;
    }

    /// <summary>FTND item 4: cigarettes a day. Up to 10 gives 0, to 20 gives 1, to 30 gives 2, more 3.</summary>
    /// <param name="cigarettes">Cigarettes, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static int FtndPerDay(int cigarettes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cigarettes);
        return cigarettes <= 10 ? 0 : cigarettes <= 20 ? 1 : cigarettes <= 30 ? 2 : 3;
    }

    internal static StageOfChange UricaStageByUmbc(double readiness) =>
        readiness <= 8 ? StageOfChange.Precontemplation : readiness <= 11 ? StageOfChange.Contemplation : StageOfChange.Preparation;

    internal static StageOfChange UricaStageByVcu(double readiness)
    {
        var best = UricaVcuMeans[0];
        foreach (var mean in UricaVcuMeans)
            if (Math.Abs(readiness - mean.Mean) <= Math.Abs(readiness - best.Mean)) best = mean;
        return best.Stage;
    }

    private static Instrument<SocratesResult> Socrates(string id, string name, string topic, ImmutableArray<string> text) => new(
        id, name, [.. text.Select((t, i) => new InstrumentItem(i + 1, [1, 2, 3, 4, 5], t))],
        [
            new("recognition", "Recognition", [1, 3, 7, 10, 12, 15, 17], 7, 35, cutOffs: SocratesDeciles(26, 32, 33, 7, 35)),
            new("ambivalence", "Ambivalence", [2, 6, 11, 16], 4, 20, cutOffs: SocratesDeciles(8, 15, 15, 4, 20)),
            new("taking-steps", "Taking steps", [4, 5, 8, 9, 13, 14, 18, 19], 8, 40, cutOffs: SocratesDeciles(25, 33, 33, 8, 40)),
        ],
        new(true, "Public domain; no permission needed. Its authors label it for research use.", "SOCRATES 8 form, University of New Mexico; reproduced in TIP 35"),
        "No diagnostic cut-off. Low recognition denies a problem; read high ambivalence together with recognition.",
        (_, _, s) => new SocratesResult { Recognition = Whole(s["recognition"]), Ambivalence = Whole(s["ambivalence"]), TakingSteps = Whole(s["taking-steps"]) })
    {
        Instruction = $"Each statement describes a way you might, or might not, feel about your {topic}. How much do you agree or disagree with it right now?",
        Choices = [new(1, "NO! Strongly disagree", null), new(2, "No. Disagree", null), new(3, "? Undecided or unsure", null), new(4, "Yes. Agree", null), new(5, "YES! Strongly agree", null)],
    };

    private static CutOffs SocratesDeciles(int lowest, int from, int to, int minimum, int maximum) => new(
        "Deciles of treatment seekers, unverified: a comparison, not a diagnosis",
        new(minimum, lowest, "lowest"), new(lowest + 1, from - 1, "below medium"), new(from, to, "medium"), new(to + 1, maximum, "above medium"));

    private static InstrumentScale Ruler(string name, int item) => new(
        name, char.ToUpperInvariant(name[0]) + name[1..], [item], 0, 10,
        cutOffs: new CutOffs("This library", new(0, 3, "low"), new(4, 6, "mid"), new(7, 10, "high")));

    private static ImmutableArray<InstrumentItem> Items(int count, ImmutableArray<int> allowed) => [.. Enumerable.Range(1, count).Select(n => new InstrumentItem(n, allowed))];

    private static ImmutableArray<InstrumentItem> Phq(int count) => [.. Enumerable.Range(1, count).Select(n => new InstrumentItem(n, s_four, s_phq[n - 1], s_phqLoinc[n - 1], n == 9))];

    private static int Whole(ScaleScore score) => (int)score.Value;
}
