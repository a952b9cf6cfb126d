using DynamoToolkit.TestKit;

namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>The list of all item types of a project.</summary>
public sealed class ModelListTests
{
    [Fact]
    public void List_HasEveryItemTypeThatCodeCanName_InOrder()
    {
        var run = GeneratorRunner.Run("""
            using System;
            using System.Diagnostics.CodeAnalysis;
            using System.Linq;
            using DynamoToolkit;

            namespace N
            {
                [DynamoTable("b-items")] public partial record Second([property: PartitionKey] string Id);
                [DynamoTable("a-items")] internal partial record First([property: PartitionKey] string Id);
                [DynamoMap] public partial record Part(string Name);
                [Obsolete("gone", error: true), DynamoTable("a-items"), PartitionKey("OLD#{Id}")]
                public partial class Old { public required string Id { get; init; } }
                [Experimental("NEW1"), DynamoTable("a-items"), PartitionKey("NEW#{Id}")]
                public partial class New { public required string Id { get; init; } }

                public static partial class Outer
                {
                    [DynamoTable("c-items")] private partial record Hidden([property: PartitionKey] string Id);
                    [DynamoTable("c-items")] internal partial record @class([property: PartitionKey] string Id);
                }

                public static class Program
                {
                    public static string Names() => string.Join(" ", DynamoModels.All.Select(model => model.ItemType.Name));
                }
            }
            """);

        Assert.Equal("First New Old class Second", run.Invoke("N.Program", "Names"));
    }

    [Theory]
    [InlineData("[DynamoTable(\"x\"), PartitionKey(\"{Id}\")] public partial class Item { public string Id { get; set; } = \"\"; }")]
    [InlineData("public partial class O { [DynamoTable(\"items\"), PartitionKey(\"A\")] private partial class Item; }")]
    public void List_OfTypesWithMistakesOrPrivateOnes_IsEmpty(string types)
    {
        var source = $$"""
            using DynamoToolkit;
            {{types}}
            public static class Program
            {
                public static int Count() => DynamoModels.All.Count;
            }
            """;
        Assert.Equal(0, GeneratorRunner.Run(source).Invoke("Program", "Count"));
    }

    [Fact]
    public void ProjectWithoutItemTypes_HasNoList() =>
        Assert.Equal(["Part.g.cs"], GeneratorRunner.Run("[DynamoToolkit.DynamoMap] public partial record Part(string Name);").Files.Keys);
}
