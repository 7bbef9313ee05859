using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// One code of a published coding system, interned: there is exactly one object per code, so reference equality is
/// equality. The instrument and its version are part of a code's identity; codes of different instruments are never
/// equal. Immutable and safe to share between threads.
/// </summary>
public sealed class Code
{
    internal Code(
        string instrument,
        string abbreviation,
        string name,
        Speaker speaker,
        string definition,
        string source,
        ImmutableArray<string> aliases = default)
    {
        Instrument = instrument;
        Abbreviation = abbreviation;
        Name = name;
        Speaker = speaker;
        Definition = definition;
        Source = source;
        Aliases = aliases.IsDefault ? [] : aliases;
    }

    /// <summary>The instrument with its version, such as "MISC 2.5".</summary>
    public string Instrument { get; }

    /// <summary>Instrument and abbreviation, unique over all instruments: "MISC 2.5/REC".</summary>
    public string Id => Instrument + "/" + Abbreviation;

    /// <summary>The code as coders write it, such as "REC" or "R+".</summary>
    public string Abbreviation { get; }

    /// <summary>Other spellings found in manuals, papers and data sets; matched without regard to case.</summary>
    public ImmutableArray<string> Aliases { get; }

    /// <summary>The code's name in plain words.</summary>
    public string Name { get; }

    /// <summary>Whose speech the code describes.</summary>
    public Speaker Speaker { get; }

    /// <summary>What the code means, in our own words.</summary>
    public string Definition { get; }

    /// <summary>Manual and section that the definition follows.</summary>
    public string Source { get; }

    /// <summary>The MITI 4.2.1 behavior code that this code counts as; null when MITI leaves it uncoded or the code has no counterpart.</summary>
    public Code? Miti { get; internal init; }

    /// <summary>The OARS technique that this code is an instance of; null when it is none.</summary>
    public Code? Oars { get; internal init; }

    /// <summary>MISC 2.5 grouping; <see cref="MiConsistency.Neutral"/> where the manual puts the code in neither group.</summary>
    public MiConsistency Consistency { get; internal init; }

    /// <summary>MITI 4.2.1 grouping; <see cref="MiAdherence.Neutral"/> where the manual puts the code in neither group.</summary>
    public MiAdherence Adherence { get; internal init; }

    /// <summary>DARN-CAT kind of a client code; <see cref="ChangeTalkKind.None"/> otherwise.</summary>
    public ChangeTalkKind Kind { get; internal init; }

    /// <summary>Direction of a client code; <see cref="TalkDirection.Neutral"/> otherwise.</summary>
    public TalkDirection Direction { get; internal init; }

    /// <summary>The abbreviation.</summary>
    public override string ToString() => Abbreviation;
}

/// <summary>How MISC 2.5 groups a counselor code. The default value is <see cref="Neutral"/>.</summary>
public enum MiConsistency
{
    /// <summary>Joins neither group (GI, RF, QUC, FA, FI, ST, NC).</summary>
    Neutral = 0,

    /// <summary>MI-consistent (MICO).</summary>
    Consistent,

    /// <summary>MI-inconsistent (MIIN).</summary>
    Inconsistent,
}

/// <summary>How MITI 4.2.1 groups a behavior code; other membership than MISC's. The default value is <see cref="Neutral"/>.</summary>
public enum MiAdherence
{
    /// <summary>Joins no total (GI, PwP, Q, SR, CR).</summary>
    Neutral = 0,

    /// <summary>MI-adherent (MIA): affirm, seek collaboration, emphasize autonomy.</summary>
    Adherent,

    /// <summary>MI non-adherent (MINA): persuade, confront.</summary>
    NonAdherent,
}

/// <summary>A published set of codes of one instrument and version. Immutable and safe to share between threads.</summary>
public sealed class Codebook
{
    private readonly Dictionary<string, Code> _byName = new(StringComparer.OrdinalIgnoreCase);

    internal Codebook(string instrument, ImmutableArray<Code> codes)
    {
        Instrument = instrument;
        Codes = codes;
        foreach (var code in codes)
        {
            _byName.Add(code.Abbreviation, code);
            foreach (var alias in code.Aliases) _byName.Add(alias, code);
        }
    }

    /// <summary>The instrument with its version.</summary>
    public string Instrument { get; }

    /// <summary>All codes, in the manual's order.</summary>
    public ImmutableArray<Code> Codes { get; }

    /// <summary>Finds a code by abbreviation or alias, without regard to case.</summary>
    /// <param name="text">An abbreviation or alias; null or unknown text gives null.</param>
    public Code? Find(string? text) => text is not null && _byName.TryGetValue(text.Trim(), out var code) ? code : null;

    /// <summary>Finds a code by abbreviation or alias, without regard to case.</summary>
    /// <param name="text">An abbreviation or alias.</param>
    /// <exception cref="FormatException">The text is no code of this instrument; the message names it and the allowed codes.</exception>
    public Code Parse(string text) => Find(text) ?? throw new FormatException(
        $"'{text}' is not a code of {Instrument}. Allowed: {string.Join(", ", Codes.Select(c => c.Abbreviation))}.");

    /// <summary>The instrument.</summary>
    public override string ToString() => Instrument;
}

/// <summary>All codebooks of the library.</summary>
public static class Codebooks
{
    /// <summary>Every codebook: MISC 2.5, MITI 4.2.1, OARS, DARN-CAT.</summary>
    public static ImmutableArray<Codebook> All { get; } = [Misc25.Codebook, Miti42.Codebook, Oars.Codebook, DarnCat.Codebook];

    /// <summary>
    /// Finds a code by its id ("MISC 2.5/REC"), or by abbreviation or alias: DARN-CAT is searched first, then MISC 2.5,
    /// MITI 4.2.1 and OARS. Null or unknown text gives null.
    /// </summary>
    /// <param name="text">An id, abbreviation or alias.</param>
    public static Code? Find(string? text)
    {
        if (text is null) return null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            foreach (var book in All)
                if (text.AsSpan(0, slash).Equals(book.Instrument, StringComparison.OrdinalIgnoreCase)) return book.Find(text[(slash + 1)..]);
            return null;
        }

        return DarnCat.Codebook.Find(text) ?? Misc25.Codebook.Find(text) ?? Miti42.Codebook.Find(text) ?? Oars.Codebook.Find(text);
    }
}

internal sealed class CodeJsonConverter : JsonConverter<Code>
{
    public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Codebooks.Find(reader.GetString()) ?? throw new JsonException($"'{reader.GetString()}' is not a known code.");

    public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Instrument is "MITI 4.2.1" or "OARS" ? value.Id : value.Abbreviation);
}
