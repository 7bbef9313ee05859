using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>
/// What a turn lays before the client after their yes, for the host to show: a menu, places or a plan. Immutable.
/// </summary>
public sealed record HelpOffer
{
    /// <summary>The kinds of help there are.</summary>
    public TreatmentMenu? Menu { get; init; }

    /// <summary>Places to turn to.</summary>
    public ReferralOffer? Referral { get; init; }

    /// <summary>Lines to call, beside <see cref="Referral"/> when it holds fewer than two places; empty otherwise.</summary>
    public ImmutableArray<Helpline> Lines { get; init; } = [];

    /// <summary>A plan to fill in, with what the client has said already. Holds words: confidential.</summary>
    public ChangePlan? Plan { get; init; }

    /// <summary>The kind.</summary>
    public override string ToString() => $"HelpOffer {{ {(Menu is not null ? nameof(Menu) : Referral is not null ? nameof(Referral) : nameof(Plan))} }}";
}

/// <summary>Where an engine takes its help from. Immutable and safe to share between threads.</summary>
public sealed record HelpSources
{
    /// <summary>The menus that ship, and no directory.</summary>
    public static HelpSources Default { get; } = new();

    /// <summary>Kinds of help.</summary>
    public TreatmentMenus Menus { get; init; } = TreatmentMenus.Default;

    /// <summary>Services to turn to; null when the host has none, and then lines alone are named.</summary>
    public ReferralDirectory? Directory { get; init; }

    /// <summary>Lines to call, named when the directory lists one service or none.</summary>
    public Helplines Lines { get; init; } = Helplines.Default;

    /// <summary>Places to turn to, and lines to call when the directory lists one or none.</summary>
    /// <param name="leave">The client's leave for <see cref="PermissionKind.Referral"/>.</param>
    /// <param name="options">The conversation's options: behavior, place and locale choose the lines.</param>
    /// <param name="query">What the client looks for.</param>
    /// <exception cref="ArgumentNullException">An argument is null: nothing is offered without leave.</exception>
    /// <exception cref="ArgumentException">The leave is for something else.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is out of range.</exception>
    public HelpOffer Refer(Invitation leave, DialogueOptions options, ReferralQuery query)
    {
        ArgumentNullException.ThrowIfNull(leave);
        ArgumentNullException.ThrowIfNull(options);
        leave.Require(PermissionKind.Referral);
        var places = Directory?.Search(leave, query) ?? ReferralOffer.NoDirectory;
        return new HelpOffer { Referral = places, Lines = places.Matches.Length >= 2 ? [] : Lines.Open(leave, options.Target.Id, options.Place ?? options.Locale) };
    }

    /// <summary>Whether there is a directory.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HelpSources {{ Services = {Directory?.Count ?? 0} }}");
}

/// <summary>Puts help before the client, by leave alone, and words the turns around it.</summary>
internal static class HelpDesk
{
    /// <summary>What the move lays before the client; null for any other move, or without leave.</summary>
    internal static HelpOffer? Open(DialogueSession session, NextMove move, HelpSources sources, TimeProvider clock)
    {
        var target = session.Options.Target;
        if (move.Technique == Technique.OfferMenu && move.Permission == PermissionKind.Options && Invitation.From(session.Permissions, PermissionKind.Options) is { } options)
            return new HelpOffer { Menu = sources.Menus.Open(options, target, session.Options.Adolescent) };
        if (move.Technique == Technique.OfferReferral && Invitation.From(session.Permissions, PermissionKind.Referral) is { } referral)
            return sources.Refer(referral, session.Options, new ReferralQuery { Need = target.Id });
        if (move.Technique == Technique.PlanSummary && Invitation.From(session.Permissions, PermissionKind.Plan) is { } plan)
            return new HelpOffer { Plan = ChangePlan.Begin(plan, session, clock) };
        return null;
    }

    /// <summary>The words of a move about help; null leaves them to the writer.</summary>
    internal static string? Words(NextMove move, HelpOffer? offer, DialogueSession session)
    {
        if (move.Technique == Technique.Acknowledge && move.FollowUp == Technique.AskKnowledge && move.Permission == PermissionKind.Options)
            return "Good, we can look at that together. " + (session.Pace.QuestionsInRow < 2 ? s_askFirst : "Tell me first what you've heard of, or tried yourself.");

        // What is reported to whom is known here: it is said again, not evaded.
        if (move is { Technique: Technique.Disclosure, Variant: "privacy" } && session.Options is { Mandated: true, Reporting: { } terms }) return terms.Opening;
        if (offer?.Menu is { } menu)
        {
            var names = string.Join("; ", menu.Options.SkipLast(1).Select(o => o.Name));
            return $"People choose among these: {names}; or none of them for now. {menu.OrderNote} {menu.AskAfter}";
        }

        if (offer?.Referral is not { } referral) return null;
        var places = string.Join("; ", referral.Matches.Select(Name));
        return referral.Matches.Length switch
        {
            0 => $"{referral.WhyFewer} {Elsewhere(offer.Lines)} None is fine too. What do you think?",
            1 => $"{places}. {referral.WhyFewer} {Elsewhere(offer.Lines)} None is fine too. What do you think?",
            _ => $"Here is what the directory lists: {places}. {referral.Order} None is fine too. Which would you like to know more about?",
        };
    }

    /// <summary>How leave is asked for when the host opens the subject.</summary>
    internal static string Ask(PermissionKind kind) => kind switch
    {
        PermissionKind.Information => "Would it be all right if I told you a little of what is known about this?",
        PermissionKind.Advice => "Would you like to hear a few things that others have tried? What you do with them is up to you.",
        PermissionKind.Plan => "Would you like to put together a plan, in your own words? We can leave it at any point.",
        PermissionKind.Referral => "Would you like to see who you could turn to? You choose, and nobody is told.",
        PermissionKind.Options => "Would you like to look at the kinds of help there are? None for now is an answer too.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Say what leave is asked for."),
    };

    private static readonly string s_askFirst = new TreatmentMenu { Target = null, Options = [] }.AskFirst;

    /// <summary>What there is when a directory lists too little.</summary>
    private static string Elsewhere(ImmutableArray<Helpline> lines) => lines.IsDefaultOrEmpty
        ? "A family doctor's office or a local library often has a list."
        : $"Some people begin with {string.Join(", or with ", lines.Take(2).Select(l => $"{l.Name} ({l.Contact})"))}{(lines.Take(2).Any(l => l.VerifiedOn is null) ? "; nobody has checked the number for this program" : "")}.";

    private static string Name(ReferralMatch match)
    {
        var where = match.Place is not { } place ? null : place.Location.IsVirtual ? "by phone or video" : place.Location.City;
        var by = match.Service.Organization?.Name;
        return match.Service.Name + (by is null ? "" : $" ({by}{(where is null ? "" : ", " + where)})");
    }
}
