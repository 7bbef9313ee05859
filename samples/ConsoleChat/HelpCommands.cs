using System.Globalization;
using System.Text;
using System.Text.Json;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Dialogue.Help;
using MotivationalInterviewing.Reporting;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Instruments;
using Spectre.Console;

namespace ConsoleChat;

/// <summary>
/// The commands of the chat that lead to help. None shows anything without the client's yes: without it, the command asks
/// for leave, and runs after the answer if that was a yes.
/// </summary>
internal sealed class HelpCommands(DialogueEngine engine, HelpSources sources, bool plain, Action<DialogueTurn> show)
{
    private string? _waiting;
    private OptionReview? _review;
    private ChangePlan? _plan;
    private ReportableRecord _record = new() { Case = Guid.NewGuid() };

    public const string Usage = "/options kinds of help, /find places, /professional what to ask one, /plan a plan of your own, /consent what you agreed to";

    /// <summary>True when the line was a command of this kind; the session after it.</summary>
    public async Task<(bool Done, DialogueSession Session)> RunAsync(string line, DialogueSession session, CancellationToken cancellationToken)
    {
        var words = line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // Whoever types danger after a slash is heard as anybody else.
        if (words.Length > 1 && IsRisky(session, string.Join(' ', words[1..]))) return (false, session);
        switch (words.FirstOrDefault())
        {
            case "/options":
                if (Leave(session, PermissionKind.Options) is { } options) return (true, Options(session, options, words[1..]));
                return (true, Ask(session, PermissionKind.Options, null));
            case "/find":
                if (Query(words[1..]) is not { } query) return (true, session);
                if (Leave(session, PermissionKind.Referral) is not { } referral) return (true, Ask(session, PermissionKind.Referral, line));
                Try(() => Show(sources.Refer(referral, session.Options, query with { Need = query.Need ?? session.Options.Target.Id })));
                return (true, session);
            case "/professional":
                if ((Leave(session, PermissionKind.Referral) ?? Leave(session, PermissionKind.Options)) is not { } leave) return (true, Ask(session, PermissionKind.Referral, line));
                Professional(ProfessionalGuides.Default.Open(leave, session.Options.Place ?? session.Options.Locale));
                return (true, session);
            case "/plan":
                return (true, await PlanAsync(session, words[1..], cancellationToken));
            case "/consent":
                return (true, Consent(session, words[1..]));
            case "/report":
                return (true, Report(session, words[1..]));
            default:
                return (false, session);
        }
    }

    /// <summary>True when the turn is the yes to a command that waits: its outcome comes instead of the usual reply.</summary>
    public bool Takes(DialogueTurn turn) => _waiting is { } line && turn.Resources.IsEmpty && turn.Session.Permissions.Allows(Kind(line));

    private static PermissionKind Kind(string line) => line.StartsWith("/plan", StringComparison.Ordinal) ? PermissionKind.Plan : PermissionKind.Referral;

    private static bool IsRisky(DialogueSession session, string words) => RiskScreen.Default.Screen(words, session.Recent, session.Options.Target).Level != RiskLevel.None;

    /// <summary>What was asked for before the yes, now that it is there.</summary>
    public async Task<DialogueSession> AfterAsync(DialogueTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Help is { Plan: null } help && !Takes(turn)) Show(help);
        if (_waiting is not { } line) return turn.Session;
        _waiting = null;
        return turn.Session.Permissions.Allows(Kind(line)) ? (await RunAsync(line, turn.Session, cancellationToken)).Session : turn.Session;
    }

    private static Invitation? Leave(DialogueSession session, PermissionKind kind) => session.IsStopped || session.IsPaused ? null : Invitation.From(session.Permissions, kind);

    private DialogueSession Ask(DialogueSession session, PermissionKind kind, string? after)
    {
        if (DialogueEngine.Invite(session, kind) is not { } asked)
        {
            Say(session.IsPaused ? "Not while reading is switched off; /consent on switches it on." : "Not now: the conversation is resting. The people shown above are there.");
            return session;
        }

        _waiting = after;
        Say(asked.Question);
        return asked.Session;
    }

    private DialogueSession Options(DialogueSession session, Invitation leave, string[] words)
    {
        var menu = sources.Menus.Open(leave, session.Options.Target, session.Options.Adolescent);
        _review ??= new OptionReview { Behavior = session.Options.Target.Id };
        if (words is ["pick" or "tried" or "draws" or "worries", var id, ..] && menu.Find(id) is null)
        {
            Error($"'{id}' is not on the menu; it holds {string.Join(", ", menu.Options.Select(o => o.Id))}.");
            return session;
        }

        switch (words)
        {
            case []:
                Show(new HelpOffer { Menu = menu });
                foreach (var n in _review.Notes) Say($"You said of {n.Option}: {string.Join("; ", new[] { n.Tried, n.Draws, n.Worries }.OfType<string>())}");
                if (_review.Pick is { } picked) Say($"You picked {picked}.");
                break;
            case ["pick", var pick]:
                _review = _review with { Pick = pick };
                Say(pick == TreatmentOption.NoneForNow.Id ? "None for now, then. The list stays here if you want it." : $"You'd look into {menu.Find(pick)!.Name}. /find shows who offers it; you can change your mind.");
                break;
            case ["tried" or "draws" or "worries", var at, _, ..]:
                var note = _review.Notes.FirstOrDefault(n => n.Option == at) ?? new OptionNote { Option = at };
                var said = string.Join(' ', words[2..]);
                note = words[0] switch { "tried" => note with { Tried = said }, "draws" => note with { Draws = said }, _ => note with { Worries = said } };
                _review = _review with { Notes = [.. _review.Notes.Where(n => n.Option != at), note] };
                Say("Noted.");
                break;
            default:
                Error("/options shows them; /options pick ID; /options tried|draws|worries ID YOUR WORDS");
                break;
        }

        return session;
    }

    private async Task<DialogueSession> PlanAsync(DialogueSession session, string[] words, CancellationToken cancellationToken)
    {
        if (Leave(session, PermissionKind.Plan) is not { } leave) return Ask(session, PermissionKind.Plan, string.Join(' ', words.Prepend("/plan")));
        switch (words)
        {
            case ["show"] when _plan is not null:
                Say(PlanText(_plan));
                return session;
            case ["save" or "print", var file] when _plan is not null:
                Try(() =>
                {
                    using var page = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                    if (words[0] == "save") page.WriteLine(_plan.ToJson());
                    else ChangePlanPage.Write(page, _plan);
                    Say($"Written to {file}; it holds your words.");
                });
                return session;
            case ["load", var file]:
                Try(() => _plan = ChangePlan.FromJson(File.ReadAllText(file)));
                if (_plan is not null) Say(PlanText(_plan));
                return session;
            case ["show" or "save" or "print", ..]:
                Error("There is no plan yet; /plan begins one.");
                return session;
            case not []:
                Error("/plan begins or goes on; /plan show, /plan save FILE.json, /plan print FILE.html, /plan load FILE.json");
                return session;
        }

        var ready = _plan?.ReadinessBefore;
        if (_plan is null && ChangePlan.Check(session, null) == PlanReadiness.AskFirst)
        {
            Say(ChangePlan.Question(nameof(ChangePlan.ReadinessBefore)));
            if (Read() is not { } said) return session;
            if (await RestsAsync(session, said, cancellationToken) is { } resting) return resting;
            if (!int.TryParse(said.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 10)
            {
                Error("A number from 0 to 10 is needed; /plan asks again.");
                return session;
            }

            ready = number;
        }

        if (ChangePlan.Check(session, ready) == PlanReadiness.Wait)
        {
            Say("That sounds like it's early for a plan. We can go on talking, and come back to it whenever you like.");
            return session;
        }

        _plan ??= ChangePlan.Begin(leave, session, TimeProvider.System, ready);
        Say("In your own words. An empty line leaves a question open, /stop ends.");
        foreach (var field in _plan.Worksheet.Open().Append(nameof(ChangePlan.CommitmentAfter)))
        {
            if (field == nameof(ChangePlan.CommitmentAfter) && _plan.CommitmentAfter is not null) continue;
            var question = ChangePlan.Question(field);
            if (field == nameof(ChangePlanWorksheet.ReviewOn)) question += string.Create(CultureInfo.InvariantCulture, $" (a day such as {ChangePlan.SuggestedReview(TimeProvider.System):yyyy-MM-dd})");
            while (true)
            {
                Say(question);
                if (Read() is not { } said) return session;
                if (await RestsAsync(session, said, cancellationToken) is { } resting) return resting;

                try
                {
                    _plan = _plan.Answer(field, said);
                    break;
                }
                catch (FormatException e)
                {
                    Error(e.Message);
                }
            }
        }

        Say(PlanText(_plan));
        Say("/plan print FILE.html makes a page of it, /plan save FILE.json keeps it.");
        return session;
    }

    /// <summary>Words that end the worksheet: a command, danger, or "I don't want a plan". The session after them; null goes on.</summary>
    private async Task<DialogueSession?> RestsAsync(DialogueSession session, string said, CancellationToken cancellationToken)
    {
        if (said.Trim().StartsWith('/') && !IsRisky(session, said))
        {
            Say("The plan rests; /plan goes on with it.");
            return said.Trim() is "/stop" ? session : (await RunAsync(said, session, cancellationToken)).Session;
        }

        if (!IsRisky(session, said) && !Invitation.IsTakenBack(said)) return null;
        var turn = await engine.RespondAsync(session, said, cancellationToken);
        show(turn);
        return turn.Session;
    }

    private static string PlanText(ChangePlan plan)
    {
        var sheet = plan.Worksheet;
        var text = new StringBuilder("Your plan:");
        void Part(string field, params IEnumerable<string?> said)
        {
            foreach (var one in said.Where(s => !string.IsNullOrWhiteSpace(s))) text.Append(CultureInfo.InvariantCulture, $"\n  {ChangePlan.Question(field)} {one}");
        }

        Part(nameof(sheet.Change), sheet.Change);
        Part(nameof(sheet.Reasons), sheet.Reasons);
        Part(nameof(sheet.Steps), sheet.Steps);
        Part(nameof(sheet.Helpers), sheet.Helpers);
        Part(nameof(sheet.Obstacles), sheet.Obstacles);
        Part(nameof(sheet.SignsOfSuccess), sheet.SignsOfSuccess);
        Part(nameof(sheet.Confidence), sheet.Confidence?.ToString(CultureInfo.InvariantCulture));
        Part(nameof(sheet.ReviewOn), sheet.ReviewOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Part(nameof(sheet.IfItDoesNotWork), sheet.IfItDoesNotWork);
        Part(nameof(plan.CommitmentAfter), plan.CommitmentAfter?.ToString(CultureInfo.InvariantCulture));
        foreach (var question in plan.OpenQuestions()) text.Append(CultureInfo.InvariantCulture, $"\n  still open: {question}");
        return text.ToString();
    }

    private DialogueSession Consent(DialogueSession session, string[] words)
    {
        var ledger = words switch
        {
            ["on"] => session.Consent.Give(ConsentPurpose.LiveInference, TimeProvider.System),
            ["off"] => session.Consent.Withdraw(ConsentPurpose.LiveInference, TimeProvider.System),
            ["report", "on"] => session.Consent.Give(ConsentPurpose.Reporting, TimeProvider.System),
            ["report", "off"] => session.Consent.Withdraw(ConsentPurpose.Reporting, TimeProvider.System),
            [] => session.Consent,
            _ => null,
        };
        if (ledger is null)
        {
            Error("/consent shows it; /consent on|off lets the program read along or not; /consent report on|off lets the agreed facts be reported or not");
            return session;
        }

        session = session with { Consent = ledger };
        Say($"Reading along to answer: {(session.IsPaused ? "off; danger is still noticed" : "on")}. Reporting the agreed facts: {ledger[ConsentPurpose.Reporting]}. {ledger.Entries.Length} changes kept.");
        return session;
    }

    private DialogueSession Report(DialogueSession session, string[] words)
    {
        if (session.Options.Reporting is not { } terms)
        {
            Error("Nothing is reported in this conversation; --mandated with --reports-to sets what is.");
            return session;
        }

        Try(() =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            switch (words)
            {
                case []:
                    Say(terms.Opening + "\nThe record holds: " + _record.ToJson());
                    break;
                case ["export", var file]:
                    File.WriteAllText(file, _record.Export(session.Consent));
                    Say($"Written to {file}: attendance and agreed tasks, nothing else.");
                    break;
                case [var status] when Enum.TryParse<AttendanceStatus>(status, ignoreCase: true, out var came) && came != AttendanceStatus.Unknown && !char.IsAsciiDigit(status[0]):
                    _record = _record.Note(today, came);
                    Say("Noted.");
                    break;
                case [var task, var status] when Enum.TryParse<AgreedTask>(task, ignoreCase: true, out var agreed) && agreed != AgreedTask.None && Enum.TryParse<AgreedTaskStatus>(status, ignoreCase: true, out var stands) && !char.IsAsciiDigit(task[0]) && !char.IsAsciiDigit(status[0]):
                    _record = _record.Note(agreed, stands);
                    Say("Noted.");
                    break;
                default:
                    Error($"/report shows it; /report {string.Join('|', Enum.GetNames<AttendanceStatus>().Skip(1))}; /report {string.Join('|', Enum.GetNames<AgreedTask>().Skip(1))} {string.Join('|', Enum.GetNames<AgreedTaskStatus>())}; /report export FILE.json");
                    break;
            }
        });
        return session;
    }

    private static ReferralQuery? Query(string[] words)
    {
        var query = new ReferralQuery();
        foreach (var word in words)
        {
            var parts = word.Split('=', 2);
            var value = parts.Length == 2 ? parts[1].Replace('_', ' ') : "";
            ReferralQuery? next = parts[0].ToUpperInvariant() switch
            {
                "NEED" when value != "" => query with { Need = value },
                "PLACE" when value != "" => query with { Place = value },
                "LANGUAGE" when value != "" => query with { Language = value },
                "CREDENTIAL" when value != "" => query with { Credential = value },
                "ACCESS" when value != "" => query with { Accessibility = value },
                "KM" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var km) && km > 0 => query with { WithinKilometers = km },
                "COST" when decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost) => query with { MostCost = cost },
                "AGE" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= 150 => query with { Age = age },
                "OPEN" when value == "now" => query with { OpenAt = DateTimeOffset.Now },
                "OPEN" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var at) => query with { OpenAt = at },
                "NEAR" when value.Split(',') is [var lat, var lon] && double.TryParse(lat, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && double.TryParse(lon, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && Math.Abs(y) <= 90 && Math.Abs(x) <= 180 => query with { Near = new GeoPoint(y, x) },
                _ => null,
            };
            if (next is null)
            {
                Error($"'{word}' is not understood. /find takes need=WORD place=NAME near=LATITUDE,LONGITUDE km=NUMBER open=now|TIME cost=MOST language=NAME credential=WORD access=WORD age=YEARS; write _ for a space.");
                return null;
            }

            query = next;
        }

        return query;
    }

    private void Show(HelpOffer help)
    {
        if (help.Menu is { } menu)
        {
            Table(["Id", "What", "What it is", "What is known, by whom"], menu.Options.Select(o => new[] { o.Id, o.Name, o.WhatItIs, string.Join(' ', o.Known.Select(k => $"{k.Says} ({k.Source}, {k.Year.ToString(CultureInfo.InvariantCulture)}{(k.VerifiedOn is null ? ", unverified" : "")})")) }));
            Say($"{menu.OrderNote} /options pick ID picks one, none-for-now too; /options tried|draws|worries ID WORDS notes what you say.");
        }

        if (help.Referral is { } offer)
        {
            if (!offer.Matches.IsEmpty)
            {
                Table(["Service", "Where", "Phone", "Cost", "Checked"], offer.Matches.Select(m => new[]
                {
                    m.Service.Name + (m.Service.Organization is { } by ? $" ({by.Name})" : "") + (m.Service.Alert is { } alert ? " - " + alert : ""),
                    m.Place is not { } place ? "not stated" : place.Location.IsVirtual ? "phone or video" : string.Join(", ", new[] { place.Location.Street, place.Location.City }.OfType<string>()) + (m.Kilometers is { } km ? string.Create(CultureInfo.InvariantCulture, $", {km:0.0} km") : ""),
                    m.Phone?.Number ?? "not stated",
                    m.Service.IsFree ? "free" : m.Service.Costs.FirstOrDefault(c => c.Amount is not null) is { } cost ? string.Create(CultureInfo.InvariantCulture, $"{cost.Amount} {cost.Currency} {cost.Description}") : m.Service.Fees ?? "not stated",
                    m.Service.AssuredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no day stated",
                }));
                Say(offer.Order + " You choose; none is fine too. /professional shows what to ask and how to check a listing.");
            }

            if (offer.WhyFewer is { } why) Say(why);
            if (offer.Unstated > 0) Say(string.Create(CultureInfo.InvariantCulture, $"{offer.Unstated} more might fit, but their listing does not say."));
            foreach (var line in help.Lines) Say($"{line.Name}: {line.Contact}{(line.Hours is { } hours ? ", " + hours : "")}{(line.VerifiedOn is null ? " (unverified)" : "")}");
        }
    }

    private void Professional(ProfessionalGuide guide)
    {
        Table(["To ask before you begin"], guide.Questions.Select(q => new[] { q }));
        if (!guide.Credentials.IsEmpty) Table(["Letters or title", "What they mean", "Kept by law"], guide.Credentials.Select(c => new[] { c.Name, c.Means, c.Protected switch { true => "yes", false => "no", _ => "differs" } }));
        if (!guide.Checks.IsEmpty) Table(["Where to check", "What it shows"], guide.Checks.Select(c => new[] { c.Name, c.Shows + (c.Address is { } at ? " " + at : "") }));
        if (guide.VerifiedOn is null) Say($"Source: {guide.Source}. Nobody has checked these data yet.");
    }

    private void Table(string[] columns, IEnumerable<string[]> rows)
    {
        if (plain)
        {
            foreach (var row in rows) Console.WriteLine("  " + string.Join(" | ", row.Where(c => c.Length > 0)));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns(columns);
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException)
        {
            Error(e.Message);
        }
    }

    private string? Read()
    {
        if (!plain) AnsiConsole.Markup("[blue]you[/]  ");
        return Console.ReadLine();
    }

    private void Say(string text)
    {
        if (plain) Console.WriteLine(text);
        else AnsiConsole.MarkupLineInterpolated($"[green]mi[/]   {text}");
    }

    private static void Error(string text) => Console.Error.WriteLine(text);
}
