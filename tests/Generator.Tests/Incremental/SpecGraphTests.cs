using System.Reflection;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.Generator.Tests.Incremental;

/// <summary>Walks all that is reachable from a spec: what would keep a compilation alive, or never be equal, must not be there.</summary>
public sealed class SpecGraphTests
{
    [Fact]
    public void Spec_WithEverything_HoldsPlainValuesOnly()
    {
        var compilation = TestCompilation.Create("""
            using System;
            using System.Collections.Generic;
            using DynamoToolkit;
            namespace N;
            public static partial class Outer
            {
                public enum Color { Red, Green }
                [DynamoMap] public partial record Part(string Name, Color Color = Color.Green);
                [DynamoTable("items"), PartitionKey("P#{Id}"), SortKey("S#{Color}")]
                [GlobalIndex("byName", "N#{Name}", "{At}", Include = [nameof(Parts)]), LocalIndex("byEnd", "{End}")]
                public partial class Item
                {
                    public required string Id { get; init; }
                    public Color Color { get; set; } = Color.Red;
                    public string? Name { get; set; }
                    public DateTimeOffset? At { get; init; }
                    public long End { get; init; } = 5;
                    public List<Part?> Parts { get; set; } = [];
                    public Dictionary<Color, HashSet<string>>? Map { get; set; }
                    [TimeToLive] public DateTimeOffset? Expires { get; set; }
                    [Materialize(typeof(Child), nameof(Child.Key), nameof(Child.Value))]
                    public Dictionary<string, int>? Copies { get; set; }
                }
                [DynamoTable("items"), PartitionKey("P#{Id}"), SortKey("C#{Color}#{Key}")]
                public partial class Child
                {
                    public required string Id { get; init; }
                    public Color Color { get; set; } = Color.Red;
                    public required string Key { get; init; }
                    public int Value { get; init; }
                }
            }
            """);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);

        foreach (var spec in SpecParser.ParseAll(compilation))
            Walk(Assert.IsType<ItemSpec>(spec), nameof(ItemSpec), seen);

        Assert.True(seen.Count > 50);
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;
        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SourceText or Diagnostic or AttributeData
                or Delegate,
            $"{path} holds a {value.GetType()}.");
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            foreach (var element in (System.Collections.IEnumerable)value)
                Walk(element, path + "[]", seen);
            return;
        }

        Assert.True(type.Namespace == typeof(ItemSpec).Namespace, $"{path} holds a {type}: arrays and collections compare by reference.");
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
    }
}
