using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Whether two types can share a table: the library, the rule and a search for a common key give one answer.</summary>
public sealed class LayoutConflictTests
{
    private const int Keys = 60;
    private const string Inserted = "#%+-0123456789AMabcdefx \uE000";

    [Fact]
    public void Types_ThatCanShareATable_HaveNoKeyInCommon()
    {
        var pool = LayoutPool.Instance;
        var random = LayoutRandom.Of(-1);
        var conflicts = 0;
        foreach (var type in pool.Cases.Where(static type => type.IsConcrete))
        {
            var keys = Enumerable.Range(0, Keys).Select(_ => type.KeyOf(type.Draw(random))).Distinct().ToList();
            foreach (var other in pool.Cases.Where(other => other.Unit != type.Unit))
            {
                conflicts += pool.Conflict(type, other) ? 1 : 0;
                Assert.Equal(pool.Conflict(type, other), pool.Conflict(other, type));
                if (pool.Conflict(type, other) || type.HasOtherNames(other))
                    continue;
                if (keys.FirstOrDefault(other.Matches) is { Partition: not null } common)
                    Assert.Fail($"{LayoutRandom.Describe}: {common} is a key of {type} and of {other}, and both are accepted.");
            }
        }

        Assert.NotEqual(0, conflicts);
    }

    [Fact]
    public void Keys_BelongToATypeIfItsParserTakesThem()
    {
        var pool = LayoutPool.Instance;
        var random = LayoutRandom.Of(-2);
        var keys = pool.Cases.Where(static type => type.IsConcrete)
            .SelectMany(type => Enumerable.Range(0, Keys / 4).Select(_ => type.KeyOf(type.Draw(random))))
            .SelectMany(key => (ItemKeyText[])
                [key, key with { Sort = Change(key.Sort, random) }, key with { Partition = Change(key.Partition, random) }])
            .ToHashSet();
        var taken = 0;
        foreach (var type in pool.Cases)
        {
            if (type.IsConcrete)
                Assert.All(Enumerable.Range(0, Keys), _ => Assert.True(type.Matches(type.KeyOf(type.Draw(random)))));
            foreach (var key in keys)
            {
                var isTaken = type.TryParse(key);
                taken += isTaken ? 1 : 0;
                if (isTaken != type.Matches(key) && !(HasCommonMember(type) && !isTaken))
                    Assert.Fail($"{LayoutRandom.Describe}: {key} of {type} is parsed: {isTaken}, matches: {type.Matches(key)}.");
            }
        }

        Assert.NotEqual(0, taken);
    }

    [Fact]
    public void Rule_AgreesWithTheLibrary()
    {
        var pool = LayoutPool.Instance;
        var compilation = pool.Compilation;
        var types = ItemTypes.Of(compilation);
        var parsed = pool.Cases.ToDictionary(
            static type => type, type => Viewed(types, compilation.GetTypeByMetadataName(type.Type.FullName!)!));
        foreach (var type in pool.Cases)
        {
            foreach (var other in pool.Cases.Where(other => other != type))
            {
                if (KeysCoincideRule.Coincide(parsed[type], parsed[other]) != pool.Conflict(type, other))
                    Assert.Fail($"{LayoutRandom.Describe}: {type}, {other}: the library says {pool.Conflict(type, other)}, the rule not.");
            }
        }
    }

    private static ParsedType Viewed(ItemTypes types, INamedTypeSymbol symbol) =>
        KeysCoincideRule.Viewed(types, types.Parse(symbol, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    private static bool HasCommonMember(ItemCase type) =>
        ((string?[])[type.Model.Partition.Template, type.Model.Sort!.Template])
            .All(static template => template?.Contains("{A}", StringComparison.Ordinal) == true);

    private static string Change(string text, Random random)
    {
        var at = random.Next(text.Length);
        if (char.IsSurrogate(text[at]))
            return text;

        var inserted = Inserted[random.Next(Inserted.Length)].ToString();
        return random.Next(3) switch
        {
            0 => text.Insert(at, inserted),
            1 when text.Length > 1 => text.Remove(at, 1),
            _ => text.Remove(at, 1).Insert(at, inserted),
        };
    }
}
