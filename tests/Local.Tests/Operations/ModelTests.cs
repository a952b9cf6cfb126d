using System.Text;
using System.Text.Json;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Tests.Kit;
using DynamoToolkit.Local.Tests.Requests;
using DynamoToolkit.Local.Tests.Values;
using DynamoToolkit.Local.Values;
using FsCheck.Fluent;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>Random items through an engine and through a dictionary of them.</summary>
public sealed class ModelTests
{
    private const int MaxUpdated = 20;
    private readonly Dictionary<(string Partition, DynamoNumber Sort), MapValue> model = [];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyItems_PutUpdatedDeletedAndRead_AreThoseOfTheModel(bool inFolder)
    {
        using var folder = new TemporaryFolder();
        var engine = inFolder ? Open(folder) : LocalDynamo.InMemory();
        await engine.CreateTableAsync("N");
        Any.Holds(Items.All.Zip(Numbers.Any.Generator).Zip(Gen.Choose(0, int.MaxValue)), drawn =>
        {
            var ((item, number), seed) = drawn;
            Change(engine, item, number, new Random(seed));
        });
        AssertQueries(engine);
        if (!inFolder)
        {
            engine.Dispose();
            return;
        }

        engine.Dispose();
        engine = Open(folder);
        AssertQueries(engine);
        engine.Dispose();
    }

    private static LocalDynamo Open(TemporaryFolder folder) =>
        LocalDynamo.Open(folder.Path, new LocalDynamoOptions { FlushToDisk = false, CompactionThreshold = 100_000 });

    private void Change(LocalDynamo engine, MapValue item, DynamoNumber number, Random random)
    {
        var partition = $"partition {random.Next(3)}";
        var key = model.Count > 20 && random.Next(2) == 0 ? model.Keys.ElementAt(random.Next(model.Count)) : (partition, number);
        switch (random.Next(5))
        {
            case 0 when model.ContainsKey(key):
                Ok(engine, "DeleteItem", $$"""{"TableName":"tab","Key":{{KeyJson(key)}} }""");
                model.Remove(key);
                break;
            case 1 or 2:
                Update(engine, key, item, random);
                break;
            default:
                var whole = new MapValue(new(item.Members) { ["p"] = new StringValue(key.Item1), ["s"] = new NumberValue(key.Item2) });
                Ok(engine, "PutItem", $$"""{"TableName":"tab","Item":{{RequestJson.Of(whole, random.Next())}} }""");
                model[key] = whole;
                break;
        }

        AssertGet(engine, key, random);
    }

    // Sets some attributes, and removes one.
    private void Update(LocalDynamo engine, (string, DynamoNumber) key, MapValue item, Random random)
    {
        var set = item.Members.Where(static member => member.Key is not ("p" or "s")).Take(MaxUpdated).ToList();
        var old = model.GetValueOrDefault(key)
            ?? new MapValue(new() { ["p"] = new StringValue(key.Item1), ["s"] = new NumberValue(key.Item2) });
        var removed = old.Members.Keys
            .FirstOrDefault(name => name is not ("p" or "s") && set.TrueForAll(member => member.Key != name));
        if (set.Count == 0)
            return;

        var names = set.Select(static member => member.Key).Append(removed ?? "never there").ToList();
        var values = new MapValue(set.Select(static (member, i) => ($":v{i}", member.Value)).ToDictionary());
        var body = $$"""
            {"TableName":"tab","Key":{{KeyJson(key)}},"ReturnValues":"ALL_NEW",
             "UpdateExpression":"SET {{string.Join(", ", set.Select(static (_, i) => $"#n{i} = :v{i}"))}} REMOVE #n{{set.Count}}",
             "ExpressionAttributeNames":{{JsonSerializer.Serialize(names.Select(static (name, i) => ($"#n{i}", name)).ToDictionary())}},
             "ExpressionAttributeValues":{{RequestJson.Of(values, 0, isPlain: true)}} }
            """;
        // In the order of names, because a new attribute takes the place of one that was removed before.
        var members = new Dictionary<string, Value>(old.Members);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (item.Get(name) is { } value && name != removed)
                members[name] = value;
            else
                members.Remove(name);
        }

        model[key] = new MapValue(members);
        AssertSame(model[key], Ok(engine, "UpdateItem", body).GetProperty("Attributes"));
    }

    private void AssertGet(LocalDynamo engine, (string, DynamoNumber) key, Random random)
    {
        var answer = Ok(engine, "GetItem", $$"""{"TableName":"tab","Key":{{KeyJson(key)}} }""");
        Assert.Equal(model.TryGetValue(key, out var item), answer.TryGetProperty("Item", out var found));
        if (item is null)
            return;

        AssertSame(item, found);
        var name = item.Members.Keys.ElementAt(random.Next(item.Members.Count));
        answer = Ok(engine, "GetItem", $$"""
            {"TableName":"tab","Key":{{KeyJson(key)}},"ProjectionExpression":"#n",
             "ExpressionAttributeNames":{"#n":{{JsonSerializer.Serialize(name)}} } }
            """);
        AssertSame(new MapValue(new() { [name] = item.Get(name)! }), answer.GetProperty("Item"));
    }

    private void AssertQueries(LocalDynamo engine)
    {
        Assert.NotEmpty(model);
        foreach (var partition in model.GroupBy(static item => item.Key.Partition))
        {
            var answer = Ok(engine, "Query", $$$"""
                {"TableName":"tab","KeyConditionExpression":"p = :p","ExpressionAttributeValues":{":p":{"S":"{{{partition.Key}}}"} } }
                """);
            var expected = partition.OrderBy(static item => item.Key.Sort).Select(static item => item.Value).ToList();
            var actual = answer.GetProperty("Items").EnumerateArray().ToList();
            Assert.Equal(expected.Count, actual.Count);
            foreach (var (item, found) in expected.Zip(actual))
                AssertSame(item, found);
        }
    }

    private static string KeyJson((string Partition, DynamoNumber Sort) key) =>
        $$$$"""{"p":{"S":"{{{{key.Partition}}}}"},"s":{"N":"{{{{key.Sort}}}}"}}""";

    private static JsonElement Ok(LocalDynamo engine, string operation, string body)
    {
        // An engine without a flush to wait for answers at once.
        var (status, json) = engine.CallAsync(operation, Encoding.UTF8.GetBytes(body)).GetAwaiter().GetResult();
        Assert.True(status == 200, $"{operation} gave {status}: {json} for {body}");
        return json;
    }

    private static void AssertSame(MapValue expected, JsonElement actual)
    {
        var read = ValueReader.ReadMap(actual);
        Assert.True(expected.SameAs(read), $"{actual}");
        Assert.Equal(expected.ItemSize, read.ItemSize);
        Assert.Equal(expected.Members.Keys, read.Members.Keys);
    }
}
