using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MotivationalInterviewing.Sessions.Instruments;

/// <summary>What a FHIR resource says besides the scores. Immutable.</summary>
public sealed record FhirContext
{
    /// <summary>Reference to the person, such as "Patient/17"; null leaves it out.</summary>
    public string? Subject { get; init; }

    /// <summary>When it was answered. Comes from outside; the library reads no clock.</summary>
    public required DateTimeOffset Authored { get; init; }

    /// <summary>Canonical address of the host's own Questionnaire, which a response then names; null names this library's ("urn:motivational-interviewing:questionnaire:" and the instrument's id).</summary>
    public string? Questionnaire { get; init; }

    /// <summary>Reference to the response that an observation rests on, such as "QuestionnaireResponse/3"; null leaves it out.</summary>
    public string? DerivedFrom { get; init; }

    /// <summary>The time alone.</summary>
    public override string ToString() => Authored.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>
/// Instruments, answers and scores as HL7 FHIR R4 JSON. LOINC codes are written only where they are known for certain;
/// otherwise the code is text. The JSON holds personal health data; treat it as confidential.
/// </summary>
public static class FhirJson
{
    private const string Loinc = "http://loinc.org";
    private const string ChangePlanId = "change-plan";

    /// <summary>A Questionnaire.</summary>
    /// <param name="instrument">An instrument whose wording ships.</param>
    /// <exception cref="ArgumentNullException"><paramref name="instrument"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The wording does not ship with the library.</exception>
    public static string Questionnaire(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        if (!instrument.License.ShipsText) throw new InvalidOperationException($"The wording of {instrument.Name} does not ship: {instrument.License.Terms}");
        return Write(w =>
        {
            w.WriteString("resourceType", "Questionnaire");
            w.WriteString("url", Canonical(instrument.Id));
            w.WriteString("name", Identifier(instrument));
            w.WriteString("title", instrument.Name);
            w.WriteString("status", "active");
            w.WriteString("copyright", instrument.License.Terms);
            if (instrument.Loinc is { } panel)
            {
                w.WriteStartArray("code");
                Coding(w, Loinc, panel, instrument.Name);
                w.WriteEndArray();
            }

            w.WriteStartArray("item");
            if (instrument.Instruction is { } instruction)
            {
                w.WriteStartObject();
                w.WriteString("linkId", "instruction");
                w.WriteString("text", instruction);
                w.WriteString("type", "display");
                w.WriteEndObject();
            }

            foreach (var item in instrument.Items)
            {
                w.WriteStartObject();
                if (instrument.Choices.IsEmpty) Range(w, item.Allowed[0], item.Allowed[^1]);
                w.WriteString("linkId", Link(item));
                if (item.Loinc is { } loinc)
                {
                    w.WriteStartArray("code");
                    Coding(w, Loinc, loinc, null);
                    w.WriteEndArray();
                }

                w.WriteString("text", item.Text);
                w.WriteString("type", instrument.Choices.IsEmpty ? "integer" : "choice");
                w.WriteBoolean("required", item.IsSafety);
                if (!instrument.Choices.IsEmpty)
                {
                    w.WriteStartArray("answerOption");
                    foreach (var choice in instrument.Choices)
                    {
                        w.WriteStartObject();
                        w.WritePropertyName("valueCoding");
                        Choice(w, choice);
                        w.WriteEndObject();
                    }

                    w.WriteEndArray();
                }

                w.WriteEndObject();
            }

            w.WriteEndArray();
        });
    }

    /// <summary>A QuestionnaireResponse. Items that were left out are left out.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="answers">Value by item number.</param>
    /// <param name="context">Person and time.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InstrumentAnswersException">An item is unknown or a value out of range. Missing items are no fault here: the response is then "in-progress".</exception>
    public static string QuestionnaireResponse(Instrument instrument, IReadOnlyDictionary<int, int?> answers, FhirContext context)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(context);
        var faults = instrument.Check(answers);
        var wrong = faults.Where(f => f.Kind is AnswerFault.UnknownItem or AnswerFault.OutOfRange).ToImmutableArray();
        if (!wrong.IsEmpty) throw new InstrumentAnswersException(wrong);
        return Write(w =>
        {
            w.WriteString("resourceType", "QuestionnaireResponse");
            w.WriteString("questionnaire", context.Questionnaire ?? Canonical(instrument.Id));
            w.WriteString("status", faults.IsEmpty ? "completed" : "in-progress");
            Subject(w, context);
            w.WriteString("authored", Time(context));
            var given = instrument.Items.Where(i => answers.GetValueOrDefault(i.Number) is not null).ToArray();
            if (given.Length == 0) return;
            w.WriteStartArray("item");
            foreach (var item in given)
            {
                var value = answers[item.Number]!.Value;
                w.WriteStartObject();
                w.WriteString("linkId", Link(item));
                if (item.Text is { } text) w.WriteString("text", text);
                w.WriteStartArray("answer");
                w.WriteStartObject();
                if (instrument.Choices.FirstOrDefault(c => c.Value == value) is { } choice)
                {
                    w.WritePropertyName("valueCoding");
                    Choice(w, choice);
                }
                else w.WriteNumber("valueInteger", value);
                w.WriteEndObject();
                w.WriteEndArray();
                w.WriteEndObject();
            }

            w.WriteEndArray();
        });
    }

    /// <summary>An Observation of the scores: the value of a one-scale instrument, otherwise one component per scale.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="answers">Value by item number.</param>
    /// <param name="context">Person and time.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InstrumentAnswersException">The answers have faults; all are listed.</exception>
    public static string Observation(Instrument instrument, IReadOnlyDictionary<int, int?> answers, FhirContext context)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(context);
        var scores = instrument.ScoreScales(answers);
        var main = instrument.Scales[0].Id == "total" ? instrument.Scales[0] : instrument.Scales.Length == 1 ? instrument.Scales[0] : null;
        return Write(w =>
        {
            w.WriteString("resourceType", "Observation");
            w.WriteString("status", "final");
            w.WriteStartArray("category");
            w.WriteStartObject();
            w.WriteStartArray("coding");
            Coding(w, "http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey");
            w.WriteEndArray();
            w.WriteEndObject();
            w.WriteEndArray();
            Code(w, main?.Loinc ?? (main is null ? instrument.Loinc : null), main is null ? instrument.Name : $"{instrument.Name}: {main.Name}");
            Subject(w, context);
            w.WriteString("effectiveDateTime", Time(context));
            if (main is not null)
            {
                var score = scores.First(s => s.Id == main.Id);
                Quantity(w, score.Value);
                Bands(w, main, score);
            }

            w.WriteStartArray("note");
            w.WriteStartObject();
            w.WriteString("text", "A screening score, not a diagnosis. " + instrument.Notes + (scores.Any(s => s.Prorated) ? " Missing items were filled with the mean of the answered ones." : ""));
            w.WriteEndObject();
            w.WriteEndArray();
            if (context.DerivedFrom is { } derived)
            {
                w.WriteStartArray("derivedFrom");
                w.WriteStartObject();
                w.WriteString("reference", derived);
                w.WriteEndObject();
                w.WriteEndArray();
            }

            var parts = instrument.Scales.Where(s => s != main).ToArray();
            if (parts.Length == 0) return;
            w.WriteStartArray("component");
            foreach (var part in parts)
            {
                var score = scores.First(s => s.Id == part.Id);
                w.WriteStartObject();
                Code(w, part.Loinc, $"{instrument.Name}: {part.Name}");
                Quantity(w, score.Value);
                Bands(w, part, score);
                w.WriteEndObject();
            }

            w.WriteEndArray();
        });
    }

    /// <summary>The change plan worksheet as a Questionnaire.</summary>
    public static string ChangePlanQuestionnaire() => Write(w =>
    {
        w.WriteString("resourceType", "Questionnaire");
        w.WriteString("url", Canonical(ChangePlanId));
        w.WriteString("name", "ChangePlan");
        w.WriteString("title", "Change plan worksheet");
        w.WriteString("status", "active");
        w.WriteString("copyright", ChangePlanWorksheet.License.Terms);
        w.WriteStartArray("item");
        foreach (var (link, text, type, repeats) in ChangePlanWorksheet.Fields)
        {
            w.WriteStartObject();
            if (type == "integer") Range(w, 0, 10);
            w.WriteString("linkId", link);
            w.WriteString("text", text);
            w.WriteString("type", type);
            w.WriteBoolean("required", false);
            w.WriteBoolean("repeats", repeats);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    });

    /// <summary>A filled-in change plan worksheet as a QuestionnaireResponse, in the client's own words. With open fields it is "in-progress".</summary>
    /// <param name="plan">The worksheet.</param>
    /// <param name="context">Person and time.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InstrumentAnswersException">The confidence is not 0 to 10.</exception>
    public static string ChangePlanResponse(ChangePlanWorksheet plan, FhirContext context)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(context);
        if (plan.Confidence is < 0 or > 10)
        {
            var number = 1 + ChangePlanWorksheet.Fields.TakeWhile(f => f.Link != "confidence").Count();
            throw new InstrumentAnswersException(
            [
                new InstrumentFault
                {
                    Kind = AnswerFault.OutOfRange, Item = number, Value = plan.Confidence,
                    Message = string.Create(CultureInfo.InvariantCulture, $"Change plan worksheet item {number}: {plan.Confidence} is out of range; allowed are 0 to 10."),
                },
            ]);
        }

        return Write(w =>
        {
            w.WriteString("resourceType", "QuestionnaireResponse");
            w.WriteString("questionnaire", context.Questionnaire ?? Canonical(ChangePlanId));
            w.WriteString("status", plan.Open().IsEmpty ? "completed" : "in-progress");
            Subject(w, context);
            w.WriteString("authored", Time(context));
            var given = ChangePlanWorksheet.Fields.Select(f => (f.Link, f.Text, Answers: AnswersOf(plan, f.Link))).Where(f => f.Answers.Length > 0).ToArray();
            if (given.Length == 0) return;
            w.WriteStartArray("item");
            foreach (var (link, text, answers) in given)
            {
                w.WriteStartObject();
                w.WriteString("linkId", link);
                w.WriteString("text", text);
                w.WriteStartArray("answer");
                foreach (var answer in answers)
                {
                    w.WriteStartObject();
                    if (answer is int number) w.WriteNumber("valueInteger", number);
                    else if (answer is DateOnly date) w.WriteString("valueDate", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    else w.WriteString("valueString", (string)answer);
                    w.WriteEndObject();
                }

                w.WriteEndArray();
                w.WriteEndObject();
            }

            w.WriteEndArray();
        });
    }

    private static object[] AnswersOf(ChangePlanWorksheet plan, string link)
    {
        return link switch
        {
            "change" => One(plan.Change),
            "reasons" => Many(plan.Reasons),
            "steps" => Many(plan.Steps),
            "helpers" => Many(plan.Helpers),
            "obstacles" => Many(plan.Obstacles),
            "signs-of-success" => One(plan.SignsOfSuccess),
            "confidence" => plan.Confidence is { } confidence ? [confidence] : [],
            "review-on" => plan.ReviewOn is { } date ? [date] : [],
            _ => One(plan.IfItDoesNotWork),
        };

        static object[] One(string? words) => string.IsNullOrWhiteSpace(words) ? [] : [words];
        static object[] Many(ImmutableArray<string> words) => words.IsDefault ? [] : [.. words.Where(x => !string.IsNullOrWhiteSpace(x))];
    }

    private static string Canonical(string id) => "urn:motivational-interviewing:questionnaire:" + id;

    /// <summary>Smallest and largest answer, as the standard extensions of an integer item.</summary>
    private static void Range(Utf8JsonWriter w, int minimum, int maximum)
    {
        w.WriteStartArray("extension");
        Limit("minValue", minimum);
        Limit("maxValue", maximum);
        w.WriteEndArray();

        void Limit(string name, int value)
        {
            w.WriteStartObject();
            w.WriteString("url", "http://hl7.org/fhir/StructureDefinition/" + name);
            w.WriteNumber("valueInteger", value);
            w.WriteEndObject();
        }
    }

    private static void Bands(Utf8JsonWriter w, InstrumentScale scale, ScaleScore score)
    {
        var bands = scale.CutOffs.Select(c => (c.Source, Band: c.Find(score.Value))).Where(c => c.Band is not null).ToArray();
        if (bands.Length == 0) return;
        w.WriteStartArray("interpretation");
        foreach (var (source, band) in bands)
        {
            w.WriteStartObject();
            w.WriteString("text", $"{band!.Name} ({source})");
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    private static void Quantity(Utf8JsonWriter w, double value)
    {
        w.WriteStartObject("valueQuantity");
        w.WriteNumber("value", Math.Round((decimal)value, 4));
        w.WriteString("unit", "score");
        w.WriteString("system", "http://unitsofmeasure.org");
        w.WriteString("code", "{score}");
        w.WriteEndObject();
    }

    private static void Code(Utf8JsonWriter w, string? loinc, string text)
    {
        w.WriteStartObject("code");
        if (loinc is not null)
        {
            w.WriteStartArray("coding");
            Coding(w, Loinc, loinc, null);
            w.WriteEndArray();
        }

        w.WriteString("text", text);
        w.WriteEndObject();
    }

    private static void Choice(Utf8JsonWriter w, AnswerChoice choice)
    {
        w.WriteStartObject();
        w.WriteStartArray("extension");
        w.WriteStartObject();
        w.WriteString("url", "http://hl7.org/fhir/StructureDefinition/ordinalValue");
        w.WriteNumber("valueDecimal", choice.Value);
        w.WriteEndObject();
        w.WriteEndArray();
        if (choice.Loinc is not null) w.WriteString("system", Loinc);
        w.WriteString("code", choice.Loinc ?? choice.Value.ToString(CultureInfo.InvariantCulture));
        w.WriteString("display", choice.Label);
        w.WriteEndObject();
    }

    private static void Coding(Utf8JsonWriter w, string system, string code, string? display)
    {
        w.WriteStartObject();
        w.WriteString("system", system);
        w.WriteString("code", code);
        if (display is not null) w.WriteString("display", display);
        w.WriteEndObject();
    }

    private static void Subject(Utf8JsonWriter w, FhirContext context)
    {
        if (context.Subject is not { } subject) return;
        w.WriteStartObject("subject");
        w.WriteString("reference", subject);
        w.WriteEndObject();
    }

    private static string Link(InstrumentItem item) => item.Number.ToString(CultureInfo.InvariantCulture);

    private static string Time(FhirContext context) => context.Authored.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>FHIR names are letters and digits.</summary>
    private static string Identifier(Instrument instrument) =>
        string.Concat(instrument.Id.Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));

    private static string Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
