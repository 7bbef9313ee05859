using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using MotivationalInterviewing.Sessions.Instruments;
using I = MotivationalInterviewing.Sessions.Instruments.Instruments;

namespace MotivationalInterviewing.Tests.Instruments;

/// <summary>What the library writes is read by the Firely SDK, which rejects what is not R4.</summary>
public class FhirJsonTests
{
    private static readonly FhirJsonDeserializer s_fhir = new();
    private static readonly FhirContext s_context = new() { Subject = "Patient/17", Authored = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(1)), DerivedFrom = "QuestionnaireResponse/3" };

    public static TheoryData<string> All => [.. Instrument.All.Select(i => i.Id)];

    private static Dictionary<int, int?> Lowest(Instrument i) => i.Items.ToDictionary(x => x.Number, x => (int?)x.Allowed[0]);

    private static T Read<T>(string json) where T : Resource => s_fhir.Deserialize<T>(json);

    [Theory]
    [MemberData(nameof(All))]
    public void Resources_OfEveryInstrument_AreR4(string id)
    {
        var instrument = Instrument.Find(id)!;
        var response = Read<QuestionnaireResponse>(FhirJson.QuestionnaireResponse(instrument, Lowest(instrument), s_context));
        Assert.Equal(QuestionnaireResponse.QuestionnaireResponseStatus.Completed, response.Status);
        Assert.Equal(instrument.Items.Length, response.Item.Count);
        Assert.Equal("Patient/17", response.Subject?.Reference);
        Assert.Equal("urn:motivational-interviewing:questionnaire:" + id, response.Questionnaire);
        Assert.Equal("http://host/q", Read<QuestionnaireResponse>(FhirJson.QuestionnaireResponse(instrument, Lowest(instrument), s_context with { Questionnaire = "http://host/q" })).Questionnaire);
        var observation = Read<Observation>(FhirJson.Observation(instrument, Lowest(instrument), s_context));
        Assert.Equal(ObservationStatus.Final, observation.Status);
        Assert.Equal(instrument.Scales.Length, observation.Component.Count + (observation.Value is null ? 0 : 1));
        if (!instrument.License.ShipsText)
        {
            Assert.Throws<InvalidOperationException>(() => FhirJson.Questionnaire(instrument));
            return;
        }

        var questionnaire = Read<Questionnaire>(FhirJson.Questionnaire(instrument));
        Assert.Equal(questionnaire.Url, response.Questionnaire);
        Assert.Equal(instrument.Items.Select(i => i.Text), questionnaire.Item.Where(i => i.Type != Questionnaire.QuestionnaireItemType.Display).Select(i => i.Text));
    }

    [Theory]
    [InlineData("phq-9", "44261-6")]
    [InlineData("phq-2", "55758-7")]
    [InlineData("audit", "75624-7")]
    [InlineData("audit-c", "75626-2")]
    [InlineData("dast-10", null)]
    public void Observation_Code_IsLoincOnlyWhereCertain(string id, string? loinc)
    {
        var observation = Read<Observation>(FhirJson.Observation(Instrument.Find(id)!, Lowest(Instrument.Find(id)!), s_context));
        Assert.Equal(loinc, observation.Code.Coding.SingleOrDefault(c => c.System == "http://loinc.org")?.Code);
    }

    [Fact]
    public void Observation_Phq9_HoldsScoreAndBand()
    {
        var observation = Read<Observation>(FhirJson.Observation(I.Phq9, Instrument.InOrder(3, 3, 3, 1, 0, 0, 0, 0, 0), s_context));
        Assert.Equal(10, Assert.IsType<Quantity>(observation.Value).Value);
        Assert.StartsWith("moderate", observation.Interpretation[0].Text, StringComparison.Ordinal);
        Assert.Equal("QuestionnaireResponse/3", observation.DerivedFrom[0].Reference);
    }

    [Fact]
    public void Questionnaire_Phq9_HasItemCodesAndAnswers()
    {
        var questionnaire = Read<Questionnaire>(FhirJson.Questionnaire(I.Phq9));
        Assert.Equal("44260-8", questionnaire.Item[^1].Code[0].Code);
        Assert.True(questionnaire.Item[^1].Required);
        Assert.Equal(["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"], questionnaire.Item[^1].AnswerOption.Select(o => ((Hl7.Fhir.Model.Coding)o.Value!).Code));
    }

    [Fact]
    public void QuestionnaireResponse_ItemsLeftOut_IsInProgress()
    {
        var response = Read<QuestionnaireResponse>(FhirJson.QuestionnaireResponse(I.Audit, new Dictionary<int, int?> { [1] = 2 }, s_context));
        Assert.Equal(QuestionnaireResponse.QuestionnaireResponseStatus.InProgress, response.Status);
        Assert.Equal(2, ((Integer)Assert.Single(response.Item).Answer[0].Value!).Value);
    }

    [Fact]
    public void Questionnaire_OfNumbers_SaysTheirRange()
    {
        var item = Read<Questionnaire>(FhirJson.Questionnaire(I.Rulers)).Item[0];
        Assert.Equal([0, 10], item.Extension.Select(e => ((Integer)e.Value!).Value));
    }

    [Fact]
    public void ChangePlan_FilledIn_IsAResponseToItsQuestionnaire()
    {
        var questionnaire = Read<Questionnaire>(FhirJson.ChangePlanQuestionnaire());
        Assert.Equal(9, questionnaire.Item.Count);
        Assert.All(questionnaire.Item, i => Assert.False(string.IsNullOrWhiteSpace(i.Text)));
        var plan = new ChangePlanWorksheet
        {
            Change = "No cards",
            Reasons = ["Rent", "My son"],
            Steps = ["Hand the card over on Friday"],
            Helpers = ["My brother holds it"],
            Obstacles = ["Payday: go to the match"],
            SignsOfSuccess = "Rent is paid",
            Confidence = 6,
            ReviewOn = new DateOnly(2026, 4, 1),
            IfItDoesNotWork = "Ring the group",
        };
        var response = Read<QuestionnaireResponse>(FhirJson.ChangePlanResponse(plan, s_context));
        Assert.Equal((questionnaire.Url, QuestionnaireResponse.QuestionnaireResponseStatus.Completed), (response.Questionnaire, response.Status));
        Assert.Equal(questionnaire.Item.Select(i => i.LinkId), response.Item.Select(i => i.LinkId));
        Assert.Equal(["Rent", "My son"], response.Item[1].Answer.Select(a => ((FhirString)a.Value!).Value));
        Assert.Equal(6, ((Integer)response.Item[6].Answer[0].Value!).Value);
        Assert.Equal("2026-04-01", ((Date)response.Item[7].Answer[0].Value!).Value);
    }

    [Fact]
    public void ChangePlan_OpenFieldsOrWrongConfidence_AreInProgressOrRefused()
    {
        var response = Read<QuestionnaireResponse>(FhirJson.ChangePlanResponse(new ChangePlanWorksheet { Change = "No cards", Steps = [" "] }, s_context));
        Assert.Equal(QuestionnaireResponse.QuestionnaireResponseStatus.InProgress, response.Status);
        Assert.Equal("change", Assert.Single(response.Item).LinkId);
        Assert.Empty(Read<QuestionnaireResponse>(FhirJson.ChangePlanResponse(new ChangePlanWorksheet(), s_context)).Item);
        var fault = Assert.Throws<InstrumentAnswersException>(() => FhirJson.ChangePlanResponse(new ChangePlanWorksheet { Confidence = 11 }, s_context));
        Assert.Equal("Change plan worksheet item 7: 11 is out of range; allowed are 0 to 10.", fault.Message);
        Assert.True(ChangePlanWorksheet.License.ShipsText);
    }

    [Fact]
    public void WrongAnswers_AreRefused()
    {
        Assert.Throws<InstrumentAnswersException>(() => FhirJson.QuestionnaireResponse(I.Audit, new Dictionary<int, int?> { [1] = 9 }, s_context));
        Assert.Throws<InstrumentAnswersException>(() => FhirJson.Observation(I.Audit, new Dictionary<int, int?> { [1] = 1 }, s_context));
    }
}
