using System.Text.Json.Nodes;
using DynamoToolkit.Borders;
using DynamoToolkit.Integration.Tests.Model.Inheritance;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>
/// What attributes on three levels in two assemblies do to what is stored. <see cref="RoundtripTests"/> writes and reads random items
/// of the same types.
/// </summary>
public sealed class InheritanceTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_OfThreeLevels_ComeBackAsTheyWereWritten()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Leaf>()), Ct);
        var leaf = new Leaf
        {
            RootSecret = "a",
            BranchSecret = "b",
            LeafSecret = "c",
            RootSpot = new(1, "r"),
            RootDay = DayOfWeek.Friday,
            RootNumber = 5,
            RootName = "n"
        };

        await db.Table<Leaf>().PutAsync(leaf, Ct);
        var read = (await db.Table<Leaf>().GetAsync(Leaf.Key(leaf.RootId, leaf.Own), cancellationToken: Ct))!;

        Assert.Equal(
            (leaf.RootId, leaf.RootFixed, leaf.BranchId, leaf.BranchFixed, leaf.Own),
            (read.RootId, read.RootFixed, read.BranchId, read.BranchFixed, read.Own));
        Assert.Equal(("n", DayOfWeek.Friday, 5L, leaf.RootSpot), (read.RootName, read.RootDay, read.RootNumber, read.RootSpot));
        Assert.Equal((null, null, null), (read.RootSecret, read.BranchSecret, read.LeafSecret));
    }

    [Fact]
    public void Attributes_OfThreeLevels_ShowInTheItem()
    {
        var item = JsonNode.Parse(DynamoJson.Serialize(new Leaf
        {
            RootSecret = "a",
            BranchSecret = "b",
            LeafSecret = "c",
            RootName = "n",
            BranchName = "n",
            LeafName = "n",
            RootSpot = new(1, null),
            BranchSpot = new(2, null),
            LeafSpot = new(3, null),
        }))!.AsObject();

        Assert.DoesNotContain(item, attribute => attribute.Key.EndsWith("ecret", StringComparison.Ordinal));
        string[] levels = ["root", "branch", "leaf"];
        foreach (var (i, level) in levels.Index())
        {
            Assert.Equal("n", (string?)item[$"{level}_name"]!["S"]);
            Assert.Equal("0", (string?)item[$"{level}Day"]!["N"]);
            Assert.Equal("~0", (string?)item[$"{level}Number"]!["S"]);
            Assert.Equal($"{i + 1}", (string?)item[$"{level}_x"]!["N"]);
            item.Remove($"{level}Limit");
        }

        var read = DynamoJson.Deserialize<Leaf>(item.ToJsonString());
        Assert.Equal((7, 7, 7), (read.RootLimit, read.BranchLimit, read.LeafLimit));
    }

    [Fact]
    public void KeysAndTimesToLive_OfEachLevel_AreThoseOfTheTable()
    {
        Check<KeyedByRoot>(new() { Expires = DateTimeOffset.UnixEpoch.AddSeconds(9) });
        Check<KeyedByBranch>(new() { Expires = DateTimeOffset.UnixEpoch.AddSeconds(9) });
        Check<KeyedByLeaf>(new() { Expires = DateTimeOffset.UnixEpoch.AddSeconds(9) });

        static void Check<T>(T item)
            where T : IItem<T>
        {
            Assert.Equal(
                ("id", "no", "expires"), (T.Model.Partition.AttributeName, T.Model.Sort!.AttributeName, T.Model.TimeToLiveAttribute));
            var json = JsonNode.Parse(DynamoJson.Serialize(item))!.AsObject();
            Assert.Equal("9", (string?)json["expires"]!["N"]);
            json["other"] = new JsonObject { ["S"] = "kept" };
            Assert.Equal(
                "kept", (string?)JsonNode.Parse(DynamoJson.Serialize(DynamoJson.Deserialize<T>(json.ToJsonString())))!["other"]!["S"]);
        }
    }

    [Fact]
    public void TypeAttributes_OfEachLevel_Apply()
    {
        Assert.Equal(["byKind", "byScore", "byTitle"], TableModel.Of<Tagged>().Indexes.Select(index => index.Name).Order());
        var json = JsonNode.Parse(DynamoJson.Serialize(new Tagged(Guid.Empty, 3, 0.5, "t")))!.AsObject();

        string[] names = ["_type", "byKind_pk", "byTitle_pk", "kind_name", "owner", "pk", "score", "sk", "step_no", "title_text"];
        Assert.Equal(names, json.Select(attribute => attribute.Key).Order(StringComparer.Ordinal));
        json.Remove("score");
        json["tag_names"] = new JsonObject { ["SS"] = new JsonArray("Ab") };
        var read = (Tagged)DynamoJson.Deserialize<Templated>(json.ToJsonString());
        Assert.Equal((1, StringComparer.Ordinal), (read.ScoreValue, read.TagNames.Comparer));
    }
}
