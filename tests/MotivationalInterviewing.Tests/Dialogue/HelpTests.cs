using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Dialogue.Help;
using MotivationalInterviewing.Reporting;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Instruments;
using MotivationalInterviewing.Training.Help;

namespace MotivationalInterviewing.Tests.Dialogue;

public sealed class HelpTests
{
    private static readonly Invitation s_referral = Leave(PermissionKind.Referral);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> DisclosureRows
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            foreach (var line in File.ReadLines(Repository.Path("tests", "MotivationalInterviewing.Tests", "Specs", "disclosure-questions.md")).Where(l => l.StartsWith('|')).Skip(2))
            {
                var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
                rows.Add(cells[0], cells[1] == "yes");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(DisclosureRows))]
    public void IsAsked_SpecRow_TellsTheQuestionFromNearMisses(string said, bool asks) => Assert.Equal(asks, Disclosure.IsAsked(said));

    [Theory]
    [InlineData("", "s01 s02 s03 s16 s17")]
    [InlineData("free", "s01 s02 s16")]
    public void Search_Alcohol_ListsWhatIsActiveAndFits(string cost, string allowed)
    {
        var offer = ReferralDirectory.Sample.Search(s_referral, new ReferralQuery { Need = "alcohol", MostCost = cost == "free" ? 0 : null });
        Assert.True(offer.Matches.Length >= 2);
        Assert.All(offer.Matches, m => Assert.Contains(m.Service.Id, allowed, StringComparison.Ordinal));
        Assert.Equal(offer.Matches.OrderBy(m => m.Service.Name, StringComparer.Ordinal), offer.Matches);
    }

    [Fact]
    public void Search_FromAPoint_OrdersByDistanceAndLeavesOutWhatIsTooFar()
    {
        var point = ReferralDirectory.Sample.Services.SelectMany(s => s.Places).First(p => p.Location.Point is not null).Location.Point!.Value;
        var near = ReferralDirectory.Sample.Search(s_referral, new ReferralQuery { Near = point, WithinKilometers = 3, Most = 50 });
        Assert.NotEmpty(near.Matches);
        Assert.All(near.Matches, m => Assert.True(m.Kilometers is null or <= 3));
        var known = near.Matches.Where(m => m.Kilometers is not null).Select(m => m.Kilometers!.Value).ToList();
        Assert.Equal(known.Order(), known);
        Assert.True(ReferralDirectory.Sample.Search(s_referral, new ReferralQuery { Near = point, WithinKilometers = 500, Most = 50 }).Matches.Length > near.Matches.Length);
    }

    [Fact]
    public void Search_NothingFits_SaysWhatStandsInTheWay()
    {
        var offer = ReferralDirectory.Sample.Search(s_referral, new ReferralQuery { Need = "alcohol", Language = "Klingon" });
        Assert.Empty(offer.Matches);
        Assert.Contains("Without the language there would be", offer.WhyFewer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(double.NaN)]
    public void Search_DistanceThatIsNone_IsRefused(double kilometers) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReferralDirectory.Sample.Search(s_referral, new ReferralQuery { WithinKilometers = kilometers }));

    [Fact]
    public void Refer_FewerThanTwoPlaces_NamesALineForTheBehaviorAndCountry()
    {
        var options = Conversation.Options(TargetBehavior.Tobacco) with { Place = "NZ" };
        var none = new HelpSources().Refer(s_referral, options, new ReferralQuery());
        Assert.Equal("NZ", Assert.Single(none.Lines).Country);
        Assert.Empty(new HelpSources { Directory = ReferralDirectory.Sample }.Refer(s_referral, options, new ReferralQuery { Need = "tobacco" }).Lines);
        Assert.Throws<ArgumentException>(() => new HelpSources().Refer(Leave(PermissionKind.Options), options, new ReferralQuery()));
    }

    [Fact]
    public async Task Respond_AsksWhereWithoutADirectory_NamesALineAndThatNobodyCheckedIt()
    {
        var session = DialogueSession.Start("test", Conversation.Options() with { Place = "US" });
        var first = await Conversation.Engine().RespondAsync(session, "I drink too much on weekends.", Cancel);
        var turn = await Conversation.Engine().RespondAsync(first.Session, "Where can I find help?", Cancel);
        Assert.Contains("1-800-662-4357", turn.Reply, StringComparison.Ordinal);
        Assert.Contains("nobody has checked", turn.Reply, StringComparison.Ordinal);
        // The client's own question is the yes, and the record says whose it was.
        Assert.Contains(turn.Session.Permissions.Changes, c => c is { Kind: PermissionKind.Referral, To: PermissionStatus.Granted, By: Speaker.Client });
    }

    [Theory]
    [InlineData("I want to die.")]
    [InlineData("I took all my pills.")]
    [InlineData("I don't want to live anymore.")]
    [InlineData("He beats me.")]
    public async Task Respond_DangerAfterAnOffer_IsHeardAsIfNothingHadBeenOffered(string danger)
    {
        var engine = new DialogueEngine(new SafetyGate(new SafetyOptions { EscalationMode = EscalationMode.ResourcesOnly, Locale = "US" }, TimeProvider.System, new InMemoryRiskAuditLog()), help: new HelpSources { Directory = ReferralDirectory.Sample });
        var turns = await Conversation.PlayAsync(engine, DialogueSession.Start("test", Conversation.Options()), "I drink too much on weekends.", "Where can I find help?", danger);
        Assert.NotNull(turns[1].Help);
        Assert.Equal(ReplySource.Safety, turns[2].Source);
        Assert.NotEmpty(turns[2].Resources);
    }

    [Theory]
    [InlineData("DE")]
    [InlineData("us-ny")]
    [InlineData("XX")]
    [InlineData(null)]
    public void ProfessionalGuide_AnyPlace_HasQuestions(string? place)
    {
        var guide = ProfessionalGuides.Default.Open(s_referral, place);
        Assert.NotEmpty(guide.Questions);
        Assert.False(guide.Credentials.IsDefault || guide.Checks.IsDefault);
    }

    [Theory]
    [InlineData("I do not want a plan", true)]
    [InlineData("forget it", true)]
    [InlineData("I dont want that list anymore.", true)]
    [InlineData("No more options please.", true)]
    [InlineData("I don't want to forget how this feels, it matters to me and I want to keep going with the plan we made.", false)]
    [InlineData("Tell my brother first.", false)]
    public void IsTakenBack_TellsAWithdrawalFromAnAnswer(string said, bool back) => Assert.Equal(back, Invitation.IsTakenBack(said));

    [Fact]
    public void TreatmentMenus_Adolescent_LeavesOutWhatIsForAdults()
    {
        var leave = Leave(PermissionKind.Options);
        Assert.NotNull(TreatmentMenus.Default.Open(leave, TargetBehavior.Tobacco).Find("e-cigarette"));
        Assert.Null(TreatmentMenus.Default.Open(leave, TargetBehavior.Tobacco, adolescent: true).Find("e-cigarette"));
    }

    [Fact]
    public async Task Respond_MandatedAsksWhatIsTold_SaysTheTermsAgain()
    {
        var terms = new ReportingTerms { Recipient = ReportRecipient.Court };
        var options = Conversation.Options(TargetBehavior.ProbationCompliance) with { Mandated = true, Reporting = terms };
        var turns = await Conversation.PlayAsync(Conversation.Engine(), DialogueSession.Start("test", options), "My PO forces me to be here.", "What do you tell the judge?");
        Assert.Empty(turns[0].Appraisal.Risk.Findings);
        Assert.Contains(terms.Opening, turns[1].Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Respond_InDanger_ShowsCrisisLinesWithoutLeaveOrDirectory()
    {
        var turn = await Conversation.Engine().RespondAsync(DialogueSession.Start("test", Conversation.Options()), "I want to kill myself tonight.", Cancel);
        Assert.NotEmpty(turn.Resources);
        Assert.Null(turn.Help);
    }

    [Theory]
    [InlineData("2026-11-23T23:30:00-05:00", true)]  // Monday, before midnight
    [InlineData("2026-11-24T01:30:00-05:00", true)]  // after midnight, of Monday's hours
    [InlineData("2026-11-24T02:00:00-05:00", false)]
    [InlineData("2026-11-24T23:30:00-05:00", false)] // Tuesday is closed
    [InlineData("2026-11-24T05:30:00+00:00", true)]  // the same moment as Tuesday 00:30 at the place
    public void IsOpen_OverMidnight_CountsForTheDayItOpened(string at, bool open)
    {
        var hours = new HelpSchedule { Days = [new HelpDay(DayOfWeek.Monday)], OpensAt = new TimeOnly(22, 0), ClosesAt = new TimeOnly(2, 0), Offset = TimeSpan.FromHours(-5) };
        Assert.Equal(open, hours.IsOpen(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-11-10", true)]
    [InlineData("2026-11-03", false)]
    [InlineData("2026-11-24", false)]
    public void IsOpen_SecondTuesdayOfTheMonth_HoldsOnThatDayAlone(string day, bool open)
    {
        var hours = new HelpSchedule { Monthly = true, Days = [new HelpDay(DayOfWeek.Tuesday, 2)], OpensAt = new TimeOnly(9, 0), ClosesAt = new TimeOnly(17, 0) };
        Assert.Equal(open, hours.IsOpen(DateTimeOffset.Parse(day + "T10:00:00Z", CultureInfo.InvariantCulture)));
        Assert.Null((hours with { HasMore = true }).IsOpen(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void HsdsCsvReader_FaultyRows_AreNamedWithFileAndLineAndTheRestIsRead()
    {
        using var folder = new Folder();
        folder.Write("organizations.csv", "id,name\no1,Invented Clinic\n,No Id\n");
        folder.Write("services.csv", "id,organization_id,name,status,description\ns1,o1,Talking,active,\"two\nlines\"\ns2,o1,,active,\ns3,o1,Group,sleeping,\ns4,o9,Walks,active,\ns1,o1,Again,active,\n");
        folder.Write("locations.csv", "id,name,latitude,longitude,location_type\nl1,House,95,10,physical\n");
        folder.Write("service_at_locations.csv", "id,service_id,location_id\na1,s1,l1\na2,s1,l7\n");
        folder.Write("schedules.csv", "id,service_at_location_id,opens_at,closes_at,byday\nh1,a1,9:00,26:00,MO\nh2,a1,09:00,17:00,MO\n");
        folder.Write("funding.csv", "id,source\nf1,none\n");
        var import = HsdsCsvReader.Read(folder.Path);
        Assert.Equal(["s1", "s4"], import.Directory.Services.Select(s => s.Id).Order(StringComparer.Ordinal));
        Assert.Single(import.Directory.Services[0].Places[0].Schedules);
        string[] named =
        [
            "organizations.csv(3): organizations.id is ''; allowed: a value", "services.csv(4): services.name is ''; allowed: a value",
            "services.csv(5): services.status is 'sleeping'; allowed: active, inactive, defunct, temporarily closed", "services.csv(7): services.id is 's1'; allowed: each id once",
            "services.csv(6): services.organization_id is 'o9'; allowed: the id of an organization that was read", "locations.csv(2): locations.latitude is '95'; allowed: -90 to 90",
            "service_at_locations.csv(3): service_at_locations.location_id is 'l7'; allowed: the id of a location that was read",
            "schedules.csv(2): schedules.closes_at is '26:00'; allowed: HH:MM or HH:MM:SS, with Z or an offset if any",
        ];
        Assert.Equal(named.Order(StringComparer.Ordinal), import.Issues.Select(i => i.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HsdsCsvReader_OpenQuote_KeepsWhatWasReadBefore()
    {
        using var folder = new Folder();
        folder.Write("services.csv", "id,name,status\ns1,Talking,active\ns2,\"Never closed,active\ns3,Lost,active\n");
        var import = HsdsCsvReader.Read(folder.Path);
        Assert.Contains(import.Directory.Services, s => s.Id == "s1");
        Assert.NotEmpty(import.Issues);
    }

    [Fact]
    public void HsdsCsvReader_FolderWithoutServices_SaysSo()
    {
        using var folder = new Folder();
        Assert.Contains("services.csv", Assert.Single(HsdsCsvReader.Read(folder.Path).Issues).Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => HsdsCsvReader.Read(Path.Combine(folder.Path, "none")));
    }

    [Fact]
    public void HsdsReader_JsonThatBreaksOff_KeepsWhatWasReadBefore()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("[\n{ \"id\": \"1\", \"name\": \"A\", \"status\": \"active\" },\n{ \"id\": \"2\", \"na"));
        var import = HsdsReader.Read(stream, "services.json");
        Assert.Equal(1, import.Directory.Count);
        Assert.StartsWith("services.json(3)", Assert.Single(import.Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Respond_PlaceWithACadence_SaysAgainWhatItIsAfterItsHours()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var engine = new DialogueEngine(new SafetyGate(new SafetyOptions { EscalationMode = EscalationMode.ResourcesOnly, Locale = "US" }, clock, new InMemoryRiskAuditLog()), clock: clock);
        var session = DialogueSession.Start("test", Conversation.Options() with { Place = "US-NY" });
        async Task<bool> SaysAsync(double hours)
        {
            clock.Advance(TimeSpan.FromHours(hours));
            var turn = await engine.RespondAsync(session, "It is mostly the weekends.", Cancel);
            session = DialogueSession.FromJson(turn.Session.ToJson());
            return turn.Disclosure is not null;
        }

        Assert.True(await SaysAsync(0));
        Assert.False(await SaysAsync(1));
        Assert.False(await SaysAsync(1.9));
        Assert.True(await SaysAsync(0.2));
        Assert.False(await SaysAsync(1));
        Assert.NotEmpty(DisclosureProfiles.Default.Warnings("US-NY", clock));
    }

    [Fact]
    public void Consent_WithdrawalAndJson_KeepsEveryStep()
    {
        var clock = new FakeTimeProvider();
        var ledger = ConsentLedger.Empty.Give(ConsentPurpose.KeepWords, clock, notice: 2).Withdraw(ConsentPurpose.KeepWords, clock).Decline(ConsentPurpose.Research, clock);
        Assert.False(ledger.Allows(ConsentPurpose.KeepWords));
        Assert.Equal(ConsentStatus.Withdrawn, ledger[ConsentPurpose.KeepWords]);
        Assert.Equal(3, ledger.Entries.Length);
        Assert.Equal(ledger, ConsentLedger.FromJson(ledger.ToJson()));
        Assert.Throws<JsonException>(() => ConsentLedger.FromJson("""{"version":99}"""));
        Assert.Throws<ArgumentException>(() => ledger.Give(ConsentPurpose.None, clock));
    }

    [Fact]
    public async Task Counts_CrisisReferrals_HoldMonthLevelAndNumberAlone()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var counts = new CrisisReferralCounts(clock);
        var engine = new DialogueEngine(new SafetyGate(new SafetyOptions { EscalationMode = EscalationMode.ResourcesOnly, Locale = "US" }, clock, new InMemoryRiskAuditLog()), clock: clock, referrals: counts);
        await engine.RespondAsync(DialogueSession.Start("Jordan", Conversation.Options()), "I drink too much on weekends.", Cancel);
        await engine.RespondAsync(DialogueSession.Start("Jordan", Conversation.Options()), "I want to kill myself tonight.", Cancel);
        var report = counts.Report();
        Assert.Equal(1, report.InYear(2026));
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(["level", "month", "turns", "year"], json.RootElement.GetProperty("counts")[0].EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Jordan", report.ToJson(), StringComparison.Ordinal);
        Assert.Equal(1, new CrisisReferralCounts(clock, report).Report().InYear(2026));
    }

    [Fact]
    public void Export_WithConsent_HoldsAttendanceAndTasksAndNothingElse()
    {
        var record = new ReportableRecord { Case = Guid.Empty }.Note(new DateOnly(2026, 11, 23), AttendanceStatus.Attended).Note(AgreedTask.Course, AgreedTaskStatus.Done);
        Assert.Throws<InvalidOperationException>(() => record.Export(ConsentLedger.Empty));
        var consent = ConsentLedger.Empty.Give(ConsentPurpose.Reporting, new FakeTimeProvider());
        using var json = JsonDocument.Parse(record.Export(consent));
        var names = json.RootElement.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.Array ? p.Value.EnumerateArray().SelectMany(i => i.EnumerateObject().Select(f => p.Name + "." + f.Name)) : [p.Name]);
        Assert.Equal(["attendance.on", "attendance.status", "case", "tasks.dueOn", "tasks.status", "tasks.task", "version"], names.Order(StringComparer.Ordinal));
        Assert.Throws<InvalidOperationException>(() => record.Export(consent.Withdraw(ConsentPurpose.Reporting, new FakeTimeProvider())));
        Assert.Equal(record.ToJson(), ReportableRecord.FromJson(record.ToJson()).ToJson());
    }

    [Fact]
    public async Task Respond_Mandated_NamesThePressureOnce()
    {
        var options = Conversation.Options(TargetBehavior.ProbationCompliance) with { Mandated = true, Reporting = new ReportingTerms { Recipient = ReportRecipient.Probation } };
        var turns = await Conversation.PlayAsync(Conversation.Engine(), DialogueSession.Start("test", options),
            "The judge sent me.", "My probation officer makes me come here.", "I only come because the court says so.", "They force me, that's all.");
        Assert.Single(turns, t => t.Move.Technique == Technique.AcknowledgePressure);
        Assert.NotNull(turns[0].Disclosure);
        Assert.All(turns.Skip(1), t => Assert.Null(t.Disclosure));
    }

    [Theory]
    [InlineData(null, PlanReadiness.AskFirst)]
    [InlineData(2, PlanReadiness.Wait)]
    [InlineData(8, PlanReadiness.Ready)]
    public void Check_WithLeave_AsksForReadinessFirst(int? readiness, PlanReadiness expected)
    {
        var session = DialogueSession.Start("test", Conversation.Options());
        Assert.Equal(PlanReadiness.NoLeave, ChangePlan.Check(session, readiness));
        session = session with { Permissions = session.Permissions.With(PermissionKind.Plan, PermissionStatus.Granted, Speaker.Client, 2) };
        Assert.Equal(expected, ChangePlan.Check(session, readiness));
    }

    [Fact]
    public void Plan_Answers_FillItInTheClientsWordsAndSurviveJsonAndPrint()
    {
        var session = DialogueSession.Start("test", Conversation.Options());
        var plan = ChangePlan.Begin(Leave(PermissionKind.Plan), session, new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)), 7);
        plan = plan.Answer(nameof(ChangePlanWorksheet.Change), " two beers <at most> on Saturday ").Answer(nameof(ChangePlanWorksheet.Steps), "tell Sam").Answer(nameof(ChangePlanWorksheet.Steps), "count")
            .Answer(nameof(ChangePlanWorksheet.Confidence), "6").Answer(nameof(ChangePlanWorksheet.ReviewOn), "2026-12-07").Answer(nameof(ChangePlan.CommitmentAfter), "9").Answer(nameof(ChangePlanWorksheet.Helpers), "  ");
        Assert.Equal(["tell Sam", "count"], plan.Worksheet.Steps);
        Assert.Contains(nameof(ChangePlanWorksheet.Helpers), plan.Worksheet.Open());
        Assert.Equal(plan.ToJson(), ChangePlan.FromJson(plan.ToJson()).ToJson());
        Assert.Throws<FormatException>(() => plan.Answer(nameof(ChangePlan.CommitmentAfter), "eleven"));
        Assert.Throws<FormatException>(() => plan.Answer(nameof(ChangePlanWorksheet.ReviewOn), "soon"));
        Assert.Throws<ArgumentException>(() => plan.Answer("Wishes", "x"));
        var page = new StringWriter();
        ChangePlanPage.Write(page, plan);
        Assert.Contains("two beers &lt;at most&gt; on Saturday", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("December 7, 2026", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("How committed I am: 9 of 10", page.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("beers", plan.ToString(), StringComparison.Ordinal);
    }

    private static Invitation Leave(PermissionKind kind) => Invitation.From(PermissionLedger.Empty.With(kind, PermissionStatus.Granted, Speaker.Client, 2), kind)!;

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("mi").FullName;

        public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
