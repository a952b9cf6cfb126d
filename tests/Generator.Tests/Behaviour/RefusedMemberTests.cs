using DynamoToolkit.TestKit;

namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Code that uses a member that can't be stored compiles, so that the rule about the member stands alone.</summary>
public sealed class RefusedMemberTests
{
    [Fact]
    public void Elements_OfCollectionsThatCannotBeStored_CanBeUsed() => GeneratorRunner.Run("""
        using System.Collections.Generic;
        using DynamoToolkit;

        [DynamoTable("items")]
        public partial class Item
        {
            [PartitionKey] public string Id { get; set; } = "";
            public HashSet<bool> Flags { get; set; } = [];
            public List<object> Things { get; set; } = [];
            public List<HashSet<bool?>?>? Groups { get; set; }
            public Dictionary<string, object> Named { get; set; } = [];
            public Dictionary<string, Dictionary<string, object[]>> Deep { get; set; } = [];
            public Dictionary<(int, int), int> Pairs { get; set; } = [];
        }

        public static class Use
        {
            public static object Of(DynamoTable<Item> items) => items.Scan().Where(i =>
                i.Flags.Contains(true) && i.Things[0].Exists() && i.Things.Contains("x") && i.Named["a"].NotExists()
                && i.Deep["a"]["b"][0].Exists() && i.Groups[0].Size() > 1 && i.Pairs.Exists());

            public static object Of(Update<Item> update, object thing) => update
                .Add(i => i.Flags, true)
                .Append(i => i.Things, thing)
                .Set(i => i.Named["a"], thing)
                .Remove(i => i.Deep["a"]["b"]);
        }
        """);
}
