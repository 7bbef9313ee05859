using System.Text;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Dialogue.Help;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.Tests.Dialogue;

public sealed class HelpGateTests
{
    public static TheoryData<string> Rows =>
        [.. File.ReadLines(Repository.Path("tests", "MotivationalInterviewing.Tests", "Specs", "help-gates.md")).Where(l => l.StartsWith('|')).Skip(2)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Respond_SpecRow_LaysOutOnlyWhatWasAgreed(string row)
    {
        var cells = row.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        var engine = Engine();
        var session = Start();
        DialogueTurn? last = null;
        foreach (var said in cells[0].Split('/', StringSplitOptions.TrimEntries))
        {
            if (said.StartsWith('['))
            {
                session = DialogueEngine.Invite(session, Enum.Parse<PermissionKind>(said.Trim('[', ']'), ignoreCase: true))!.Value.Session;
                continue;
            }

            last = await engine.RespondAsync(session, said, Cancel);
            session = last.Session;
        }

        var help = last!.Help;
        Assert.Equal(cells[1], help switch { null => "nothing", { Menu: not null } => "menu", { Referral: not null } => "referral", _ => "plan" });
        if (help?.Referral is { } offer) Assert.True(offer.Matches.Length >= 2);
        if (help?.Menu is { } menu) Assert.Equal(TreatmentOption.NoneForNow.Id, menu.Options[^1].Id);
    }

    [Fact]
    public void Invitation_WithoutTheClientsOwnYes_IsNone()
    {
        var written = PermissionLedger.Empty with { Plan = PermissionStatus.Granted };
        Assert.Null(Invitation.From(PermissionLedger.Empty, PermissionKind.Plan));
        Assert.Null(Invitation.From(written, PermissionKind.Plan));
        var given = PermissionLedger.Empty.With(PermissionKind.Plan, PermissionStatus.Granted, Speaker.Client, 4);
        Assert.Equal(4, Invitation.From(given, PermissionKind.Plan)!.Turn);
        Assert.Null(Invitation.From(given.WithdrawAll(6), PermissionKind.Plan));
        Assert.Throws<ArgumentException>(() => ReferralDirectory.Sample.Search(Invitation.From(given, PermissionKind.Plan)!, new ReferralQuery()));
    }

    [Fact]
    public async Task Respond_LiveInferenceWithdrawn_ScreensAndShowsResourcesOnly()
    {
        var session = Start();
        session = session with { Consent = session.Consent.Withdraw(ConsentPurpose.LiveInference, TimeProvider.System) };
        var quiet = await Engine().RespondAsync(session, "I want to stop drinking because of my kids.", Cancel);
        Assert.Equal(Technique.Paused, quiet.Move.Technique);
        Assert.NotEmpty(quiet.Resources);
        Assert.Empty(quiet.Appraisal.Coded.Codes);
        Assert.Empty(quiet.Session.Clauses);
        Assert.DoesNotContain("my kids", quiet.Session.ToJson(), StringComparison.Ordinal);
        var danger = await Engine().RespondAsync(quiet.Session, "I want to kill myself.", Cancel);
        Assert.Equal(ReplySource.Safety, danger.Source);
        Assert.NotEmpty(danger.Resources);
    }

    [Theory]
    [InlineData("are you a bot?")]
    [InlineData("Wait, am I talking to a real person?")]
    [InlineData("r u human")]
    public async Task Respond_AskedWhatItIs_Says(string question)
    {
        var first = await Engine().RespondAsync(Start(), "I drink too much on weekends.", Cancel);
        Assert.Equal(Disclosure.Statement, first.Disclosure);
        var second = await Engine().RespondAsync(first.Session, "It is mostly the weekends.", Cancel);
        Assert.Null(second.Disclosure);
        Assert.Equal(Disclosure.Statement, (await Engine().RespondAsync(second.Session, question, Cancel)).Disclosure);
    }

    [Fact]
    public async Task Respond_Mandated_SaysFirstWhatIsReportedToWhom()
    {
        var terms = new ReportingTerms { Recipient = ReportRecipient.Court };
        var options = Conversation.Options() with { Mandated = true, Reporting = terms };
        var turn = await Engine().RespondAsync(DialogueSession.Start("test", options), "The judge sent me.", Cancel);
        Assert.EndsWith(terms.Opening, turn.Disclosure, StringComparison.Ordinal);
    }

    [Fact]
    public void HsdsReader_BrokenJson_NamesTheRowAndGoesOn()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""[{ "id": "1", "name": "A", "status": "active" }, { "name": "no id", "status": "active" }]"""));
        var import = HsdsReader.Read(stream, "services.json");
        Assert.NotEmpty(import.Issues);
        Assert.All(import.Issues, i => Assert.Equal("services.json", i.Source));
    }

    private static DialogueSession Start() => DialogueSession.Start("test", Conversation.Options());

    private static DialogueEngine Engine() => new(new SafetyGate(new SafetyOptions { EscalationMode = EscalationMode.ResourcesOnly, Locale = "US" }, TimeProvider.System, new InMemoryRiskAuditLog()), help: new HelpSources { Directory = ReferralDirectory.Sample });
}
