using System.Collections.Immutable;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// One rule of the adherence guard, interned: compare by reference. The rules follow what MISC 2.5 counts as inconsistent
/// and MITI 4.2.1 as non-adherent, the traps that textbooks name, and this library's safety rules; the wording is ours.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class AdherenceRule
{
    private AdherenceRule(int index, string id, string name, string description, string mend) =>
        (Index, Id, Name, Description, Mend) = (index, id, name, description, mend);

    /// <summary>A suggestion or an instruction that the client did not ask for and did not agree to hear (MISC 2.5 ADW, DI).</summary>
    public static AdherenceRule UnaskedAdvice { get; } = new(
        0, "unasked-advice", "Unasked advice", "A suggestion or instruction that the client neither asked for nor agreed to hear.",
        "Ask first: \"Would it help to hear what some people do?\" Or ask for the client's own ideas, and reflect.");

    /// <summary>Facts pressed on a client who did not ask for them (MITI 4.2.1 Persuade where they aim at compliance).</summary>
    public static AdherenceRule PushedInformation { get; } = new(
        1, "pushed-information", "Pushed information", "Facts given to a client who did not ask for them and did not agree to hear them.",
        "Ask what the client already knows and whether more would be welcome; then a little, neutrally; then ask what they make of it.");

    /// <summary>Pressing the case for change with arguments, comparisons or one's own story (MITI 4.2.1 Persuade).</summary>
    public static AdherenceRule Persuasion { get; } = new(
        2, "persuasion", "Persuasion", "Arguments for change that come from the counselor and not from the client.",
        "Leave the argument out. Ask what matters to the client in this, and let the client give the reasons.");

    /// <summary>Disagreeing, blaming, shaming, doubting honesty, sarcasm (MISC 2.5 CO, MITI 4.2.1 Confront).</summary>
    public static AdherenceRule Confrontation { get; } = new(
        3, "confrontation", "Confrontation", "Blame, sarcasm, correction or doubt about the client's honesty.",
        "Reflect what the client said as they see it, without the sting.");

    /// <summary>A threat or a bad outcome made to depend on what the client does (MISC 2.5 WA).</summary>
    public static AdherenceRule Warning { get; } = new(
        4, "warning", "Warning", "A threat, or a bad outcome held up to move the client.",
        "Ask what the client worries about, if anything. To share a concern, ask first and own it as yours.");

    /// <summary>A label for the person that the person did not choose (MITI 4.2.1 Confront).</summary>
    public static AdherenceRule Labeling { get; } = new(
        5, "labeling", "Labeling", "A name for the person that the person did not use first.",
        "Describe what happens in the client's own words, without a name for the person.");

    /// <summary>Contradicting a reason for things as they are, which makes the client defend it.</summary>
    public static AdherenceRule ArguingWithSustainTalk { get; } = new(
        6, "arguing-with-sustain-talk", "Arguing with sustain talk", "Contradicts the client's reasons for leaving things as they are.",
        "Reflect the reason as it is, or say that the choice is the client's. Add the other side only if the client has said it.");

    /// <summary>Planning before the client has decided.</summary>
    public static AdherenceRule PrematurePlan { get; } = new(
        7, "premature-plan", "Premature plan", "Sets a date, a goal or steps before the client has said that they want them.",
        "Stay with what the client said. Ask what they would like to do next, if anything.");

    /// <summary>Several questions at once.</summary>
    public static AdherenceRule StackedQuestions { get; } = new(
        8, "stacked-questions", "Stacked questions", "Several questions in one turn.",
        "Keep the one open question that matters most, after a short reflection.");

    /// <summary>Closed question after closed question with nothing reflected between.</summary>
    public static AdherenceRule ClosedQuestionChain { get; } = new(
        9, "closed-question-chain", "Chain of closed questions", "Another closed question after closed questions, with nothing reflected between.",
        "Reflect what has been answered so far, then ask one open question or none.");

    /// <summary>Giving back only the reasons against change when the client has just offered reasons for it.</summary>
    public static AdherenceRule ReflectingSustainOverChange { get; } = new(
        10, "reflecting-sustain-over-change", "Reflecting sustain over change", "Gives back the side against change, and drops the change talk that stood beside it.",
        "Reflect the change talk, or both sides with the change talk last.");

    /// <summary>Taking the client's idea and running with it, or offering it before they do.</summary>
    public static AdherenceRule TakingOverIdea { get; } = new(
        11, "taking-over-idea", "Taking over the idea", "Takes the client's idea out of their hands.",
        "Give the idea back as the client's own, and ask how it would work for them.");

    /// <summary>Praise that cheers and judges instead of naming what the client did; reassurance.</summary>
    public static AdherenceRule Cheerleading { get; } = new(
        12, "cheerleading", "Cheerleading", "Cheers, general praise or reassurance in place of hearing the client.",
        "Name the effort or the value that you heard, beginning with \"you\", or reflect the feeling.");

    /// <summary>A diagnosis, or a claim about what a treatment will do, that is not the guard's host's to make.</summary>
    public static AdherenceRule DiagnosisOrTreatmentClaim { get; } = new(
        13, "diagnosis-or-treatment-claim", "Diagnosis or treatment claim", "Names a condition or says what a treatment will do for this person.",
        "Leave diagnosis and treatment to those who can examine. Reflect, and offer to find out whom to ask.");

    /// <summary>Secrecy promised without its limits.</summary>
    public static AdherenceRule PromiseOfSecrecy { get; } = new(
        14, "promise-of-secrecy", "Promise of secrecy", "Promises to keep something secret without saying when it could not be kept.",
        "Say what stays private and what does not, above all when somebody is in danger, and leave the choice to tell with the client.");

    /// <summary>Praise or support for stopping abruptly what is dangerous to stop (heavy alcohol, benzodiazepines, vital medicines).</summary>
    public static AdherenceRule PraiseOfDangerousStopping { get; } = new(
        15, "praise-of-dangerous-stopping", "Praise of dangerous stopping", "Supports a sudden stop that can be dangerous.",
        "Honor the wish, say that stopping suddenly can be dangerous, and offer a way to medical advice today.");

    /// <summary>Going on as if nothing had been said when the client has spoken of a danger.</summary>
    public static AdherenceRule IgnoringRisk { get; } = new(
        16, "ignoring-risk", "Ignoring risk", "Passes over a danger that the client has just spoken of.",
        "Safety first: say what you heard, ask about it directly, and offer a way to help now.");

    /// <summary>All rules in the order of their index.</summary>
    public static ImmutableArray<AdherenceRule> All { get; } =
    [
        UnaskedAdvice, PushedInformation, Persuasion, Confrontation, Warning, Labeling, ArguingWithSustainTalk, PrematurePlan, StackedQuestions,
        ClosedQuestionChain, ReflectingSustainOverChange, TakingOverIdea, Cheerleading, DiagnosisOrTreatmentClaim, PromiseOfSecrecy,
        PraiseOfDangerousStopping, IgnoringRisk,
    ];

    /// <summary>Position in <see cref="All"/>.</summary>
    internal int Index { get; }

    /// <summary>Stable identifier in lower case with hyphens, such as "unasked-advice".</summary>
    public string Id { get; }

    /// <summary>Name in plain words.</summary>
    public string Name { get; }

    /// <summary>What breaks the rule, in one sentence.</summary>
    public string Description { get; }

    /// <summary>The usual way to mend it, in plain words.</summary>
    public string Mend { get; }

    /// <summary>Finds a rule by its identifier.</summary>
    /// <param name="id">An identifier such as "unasked-advice"; case matters.</param>
    /// <returns>The rule, or null when there is none of that name.</returns>
    public static AdherenceRule? Find(string? id)
    {
        foreach (var rule in All)
        {
            if (rule.Id == id) return rule;
        }

        return null;
    }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
