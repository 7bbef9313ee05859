using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests.Rules;

/// <summary>Rules that hold over all public types, present and future.</summary>
public class HouseRulesTests
{
    private const string Secret = "xyzzy-confidential-words";
    private static readonly Assembly s_core = typeof(Utterance).Assembly;

    public static TheoryData<Type> PrintableTypes => [.. s_core.GetExportedTypes()
        .Where(t => t is { IsAbstract: false, IsInterface: false, IsEnum: false, IsGenericTypeDefinition: false } && !typeof(Delegate).IsAssignableFrom(t) && !typeof(Attribute).IsAssignableFrom(t))
        .Where(t => t.GetMethod("<Clone>$") is not null)];

    [Theory]
    [MemberData(nameof(PrintableTypes))]
    public void ToString_OfARecordFilledWithWords_ShowsNoneOfThem(Type type)
    {
        var value = Fill(type, 0);
        if (value is null) return;
        // Ids, names and codes may print; the words a client said and free text may not.
        Assert.DoesNotContain(Secret, value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Enums_TheirZero_IsTheHonestDefault()
    {
        foreach (var type in s_core.GetExportedTypes().Where(t => t.IsEnum))
            Assert.True(Enum.IsDefined(type, Enum.ToObject(type, 0)), $"{type} has no member for 0");
    }

    [Fact]
    public void Namespaces_InTheCore_DependOneWayOnly()
    {
        string[] layers = ["Text", "Transcripts", "Coding", "Safety", "Sessions", "Dialogue", "Practice"];
        // Text and Transcripts know codes and nouns only; nothing below may reach up.
        var rank = layers.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i);
        rank["Transcripts"] = rank["Coding"];
        var faults = new List<string>();
        foreach (var type in s_core.GetTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            if (Rank(type) is not int from) continue;
            foreach (var used in References(type))
                if (used.Assembly == s_core && Rank(used) is int to && to > from) faults.Add($"{type.FullName} uses {used.FullName}");
        }

        Assert.Empty(faults.Distinct());

        int? Rank(Type t)
        {
            var parts = t.Namespace?.Split('.') ?? [];
            return parts.Length > 1 && rank.TryGetValue(parts[1], out var r) ? r : null;
        }
    }

    private static IEnumerable<Type> References(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = type.GetFields(All).Select(f => f.FieldType)
            .Concat(type.GetProperties(All).Select(p => p.PropertyType))
            .Concat(type.GetMethods(All).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.GetConstructors(All).SelectMany(c => c.GetParameters().Select(p => p.ParameterType)));
        return types.SelectMany(t => t.IsGenericType ? t.GetGenericArguments().Append(t) : [t.HasElementType ? t.GetElementType()! : t]);
    }

    private static object? Fill(Type type, int depth)
    {
        if (depth > 6) return null;
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null))
        {
            var filled = Value(property.PropertyType, property.Name, depth + 1);
            if (filled is not null) property.SetValue(value, filled);
        }

        return value;
    }

    private static readonly string[] s_mayPrint = ["Session", "Id", "Name", "Source", "Message", "Client", "Behavior", "CustomBehavior", "CodedBy", "Rule", "Instrument", "Measure", "Reason", "Mend", "Valence"];

    private static object? Value(Type type, string name, int depth)
    {
        if (type == typeof(string)) return s_mayPrint.Contains(name) ? "ok" : Secret;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var element = type.GetGenericArguments()[0];
            var item = Value(element, name, depth);
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            if (item is not null) list.Add(item);
            return typeof(ImmutableArray).GetMethods().Single(m => m.Name == nameof(ImmutableArray.CreateRange) && m.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }])
                .MakeGenericMethod(element).Invoke(null, [list]);
        }

        if (type == typeof(Code)) return Misc25.ComplexReflection;
        if (type == typeof(TargetBehavior)) return TargetBehavior.Alcohol;
        if (type.Assembly == s_core && type.GetMethod("<Clone>$") is not null) return Fill(type, depth);
        return null;
    }
}
