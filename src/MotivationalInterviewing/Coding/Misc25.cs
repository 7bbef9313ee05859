using System.Collections.Immutable;
using static MotivationalInterviewing.Coding.MiConsistency;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// The counselor codes of MISC 2.5: seventeen categories, nineteen codes, and NC. Client codes are in
/// <see cref="DarnCat"/>. Definitions are in our own words.
/// </summary>
public static class Misc25
{
    internal const string Instrument = "MISC 2.5";

    /// <summary>ADP: a suggestion after the client asked or agreed, or worded so that it can be ignored.</summary>
    public static Code AdviseWithPermission { get; } = Make("ADP", "Advise with permission", "Suggests something after the client asked or agreed, or leaves plain freedom to ignore it.", Consistent, Miti42.PersuadeWithPermission, null, "advise-with-permission");

    /// <summary>ADW: a suggestion without that.</summary>
    public static Code AdviseWithoutPermission { get; } = Make("ADW", "Advise without permission", "Suggests or solves without having been asked, or in the form of a question.", Inconsistent, Miti42.Persuade, null, "ADWP", "advise-without-permission", "persuade");

    /// <summary>AF: appreciation, praise, confidence in the client; looser than MITI's.</summary>
    public static Code Affirm { get; } = Make("AF", "Affirm", "Appreciates, praises or expresses confidence in the client's effort or strength.", Consistent, Miti42.Affirm, Oars.Affirmation, "affirm");

    /// <summary>CO: arguing, correcting, blaming, labeling, ridiculing, doubting honesty.</summary>
    public static Code Confront { get; } = Make("CO", "Confront", "Argues, corrects, blames, labels, ridicules or doubts the client's honesty, in any sentence form.", Inconsistent, Miti42.Confront, null, "CON", "confront");

    /// <summary>DI: a command aimed at the client's behavior.</summary>
    public static Code Direct { get; } = Make("DI", "Direct", "Commands: an imperative aimed at the client's behavior.", Inconsistent, Miti42.Persuade, null, "DIR", "direct");

    /// <summary>EC: emphasizes choice and control, or asks permission.</summary>
    public static Code EmphasizeControl { get; } = Make("EC", "Emphasize control", "Says that the choice is the client's, or asks for permission.", Consistent, Miti42.EmphasizeAutonomy, null, "emphasize-autonomy", "seek-collaboration");

    /// <summary>FA: keep-going sounds that stand alone.</summary>
    public static Code Facilitate { get; } = Make("FA", "Facilitate", "A stand-alone sound or word that keeps the client going.", Neutral, null, null, "facilitate");

    /// <summary>FI: pleasantries.</summary>
    public static Code Filler { get; } = Make("FI", "Filler", "Pleasantries only. More than one in twenty counselor utterances suggests over-coding.", Neutral, null, null, "greeting");

    /// <summary>GI: explains, educates, gives feedback, discloses, answers the client's questions.</summary>
    public static Code GiveInformation { get; } = Make("GI", "Give information", "Explains, educates, gives feedback or an opinion, discloses, or answers a question of the client.", Neutral, Miti42.GivingInformation, null, "give-information", "self-disclose");

    /// <summary>QUO: a question that invites a wide answer.</summary>
    public static Code OpenQuestion { get; } = Make("QUO", "Open question", "Invites a wide answer, also as an invitation to tell about something.", Consistent, Miti42.Question, Oars.OpenQuestion, "OQ", "open-question");

    /// <summary>QUC: a question with a short or fixed answer.</summary>
    public static Code ClosedQuestion { get; } = Make("QUC", "Closed question", "Asks for yes or no, a fact, a number or one of a fixed range.", Neutral, Miti42.Question, null, "CQ", "closed-question");

    /// <summary>RCP: the counselor's own worry about the client's plan, with permission.</summary>
    public static Code RaiseConcernWithPermission { get; } = Make("RCP", "Raise concern with permission", "Names the counselor's own worry about the client's plan after permission.", Consistent, Miti42.PersuadeWithPermission, null, "raise-concern-with-permission");

    /// <summary>RCW: the same without permission.</summary>
    public static Code RaiseConcernWithoutPermission { get; } = Make("RCW", "Raise concern without permission", "Names the counselor's own worry about the client's plan, unasked.", Inconsistent, Miti42.Persuade, null, "RCWP", "raise-concern");

    /// <summary>RES: a reflection that adds little.</summary>
    public static Code SimpleReflection { get; } = Make("RES", "Simple reflection", "Repeats or rephrases what the client said, adding little.", Consistent, Miti42.SimpleReflection, Oars.Reflection, "SR", "simple-reflection");

    /// <summary>REC: a reflection that adds meaning, feeling, metaphor, emphasis or direction.</summary>
    public static Code ComplexReflection { get; } = Make("REC", "Complex reflection", "Gives back meaning or feeling beyond the words: paraphrase, metaphor, amplification, continuation.", Consistent, Miti42.ComplexReflection, Oars.Reflection, "CR", "complex-reflection", "summary");

    /// <summary>RF: shifts valence or perspective rather than depth.</summary>
    public static Code Reframe { get; } = Make("RF", "Reframe", "Offers the same facts in another light, with another emotional sign.", Neutral, Miti42.ComplexReflection, Oars.Reflection, "reframe");

    /// <summary>SU: sympathy, understanding, siding with the client.</summary>
    public static Code Support { get; } = Make("SU", "Support", "Sympathizes, understands or sides with the client.", Consistent, null, null, "support");

    /// <summary>ST: what happens in the session or treatment, transitions.</summary>
    public static Code Structure { get; } = Make("ST", "Structure", "Says what happens in the session or treatment, or moves on.", Neutral, null, null, "structure");

    /// <summary>WA: a threat, or a bad outcome made contingent on what the client does.</summary>
    public static Code Warn { get; } = Make("WA", "Warn", "Threatens, or predicts harm unless the client changes.", Inconsistent, Miti42.Confront, null, "warn");

    /// <summary>NC: not coded: unintelligible or cut off.</summary>
    public static Code NotCoded { get; } = Make("NC", "Not coded", "Unintelligible, or broken off before it says anything.", Neutral, null, null);

    /// <summary>The nineteen codes and NC.</summary>
    public static Codebook Codebook { get; } = new(
        Instrument,
        [
            AdviseWithPermission, AdviseWithoutPermission, Affirm, Confront, Direct, EmphasizeControl, Facilitate, Filler, GiveInformation,
            OpenQuestion, ClosedQuestion, RaiseConcernWithPermission, RaiseConcernWithoutPermission, SimpleReflection, ComplexReflection,
            Reframe, Support, Structure, Warn, NotCoded,
        ]);

    private static Code Make(string abbreviation, string name, string definition, MiConsistency consistency, Code? miti, Code? oars, params ImmutableArray<string> aliases) =>
        new(Instrument, abbreviation, name, Speaker.Counselor, definition, "MISC 2.5, counselor behaviors: " + name, aliases)
        { Consistency = consistency, Miti = miti, Oars = oars };
}
