using System.Text;
using System.Text.Json;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Local.Tests.Kit;
using FsCheck.Fluent;
using static DynamoToolkit.Local.Tests.VectorIndexes.VectorKit;

namespace DynamoToolkit.Local.Tests.VectorIndexes;

/// <summary>Random writes and searches, through an engine and through a dictionary of all vectors.</summary>
public sealed class VectorModelTests
{
    private const int Keys = 25;
    private static readonly string[] Distances = ["COSINE", "EUCLIDEAN", "DOT_PRODUCT"];
    private readonly Dictionary<string, (double[]? Vector, string? Tenant, int? Year)> model = [];

    [Fact]
    public async Task AnyWrites_Searched_GiveTheResultsOfTheModel()
    {
        using var engine = LocalDynamo.InMemory();
        const string Schema = """
            , "SearchSchema":[{"AttributeName":"tenant","SearchSchemaElementType":"HASH"},
             {"AttributeName":"year","SearchSchemaElementType":"INLINE_FILTER"}]
            """;
        var indexes = Distances.Select(static name => Index(name, name))
            .Concat(Distances.Take(2).Select(static name => Index($"{name}-schema", name, extra: Schema)));
        await engine.OkAsync("CreateTable", CreateRequest(string.Join(", ", indexes)));

        Any.Holds(Gen.Choose(-4, 4).ArrayOf(6).Zip(Gen.Choose(0, int.MaxValue)), drawn =>
        {
            var (numbers, seed) = drawn;
            var random = new Random(seed);
            Write(engine, [.. numbers.Take(3).Select(static number => number / 3.0)], random);
            Search(engine, [.. numbers.Skip(3).Select(static number => number / 3.0)], random);
        });
        Assert.Contains(model.Values, static item => item is { Vector: not null, Tenant: not null });
    }

    private void Write(LocalDynamo engine, double[] vector, Random random)
    {
        var key = $"{random.Next(Keys)}";
        switch (random.Next(6))
        {
            case 0:
                Ok(engine, "DeleteItem", $$"""{"TableName":"tab","Key":{"p":{"S":"{{key}}"} } }""");
                model.Remove(key);
                break;
            case 1 when model.TryGetValue(key, out var old):
                Ok(engine, "UpdateItem", $$"""
                    {"TableName":"tab","Key":{"p":{"S":"{{key}}"} },"UpdateExpression":"SET e = :e REMOVE tenant",
                     "ExpressionAttributeValues":{":e":{{Vector(vector)}} } }
                    """);
                model[key] = (vector, null, old.Year);
                break;
            default:
                var item = (
                    Vector: random.Next(5) == 0 ? null : vector,
                    Tenant: random.Next(4) == 0 ? null : $"{random.Next(2)}",
                    Year: random.Next(3) == 0 ? (int?)null : random.Next(2));
                var attributes = new StringBuilder($$"""{"p":{"S":"{{key}}"}""");
                if (item.Vector is not null)
                    attributes.Append($",\"e\":{Vector(item.Vector)}");
                if (item.Tenant is not null)
                    attributes.Append($$""","tenant":{"S":"{{item.Tenant}}"}""");
                if (item.Year is not null)
                    attributes.Append($$""","year":{"N":"{{item.Year}}"}""");
                Ok(engine, "PutItem", $$"""{"TableName":"tab","Item":{{attributes}} } }""");
                model[key] = item;
                break;
        }
    }

    private void Search(LocalDynamo engine, double[] vector, Random random)
    {
        var distance = Distances[random.Next(3)];
        var hasSchema = distance != "DOT_PRODUCT" && random.Next(2) == 0;
        var (tenant, maxResults) = ($"{random.Next(2)}", 1 + random.Next(Keys));
        var year = hasSchema && random.Next(2) == 0 ? random.Next(2) : (int?)null;
        var extra = !hasSchema ? "" : year is null
            ? $$""","SearchConditionExpression":"tenant = :t","ExpressionAttributeValues":{":t":{"S":"{{tenant}}"} }"""
            : $$$"""
                ,"SearchConditionExpression":"tenant = :t AND #y = :y","ExpressionAttributeNames":{"#y":"year"},
                 "ExpressionAttributeValues":{":t":{"S":"{{{tenant}}}"},":y":{"N":"{{{year}}}"} }
                """;

        var request = SearchRequest(hasSchema ? $"{distance}-schema" : distance, Numbers(vector), maxResults, extra);
        var found = Ok(engine, "SearchVectors", request)
            .GetProperty("SearchResults").EnumerateArray()
            .Select(static result => (
                Key: result.GetProperty("Item").GetProperty("p").GetProperty("S").GetString()!,
                Score: result.GetProperty("Score").GetDouble()))
            .ToList();

        var scores = model
            .Where(static item => item.Value.Vector is not null)
            .Where(item => (!hasSchema || item.Value.Tenant == tenant) && (year is null || item.Value.Year == year))
            .ToDictionary(static item => item.Key, item => Score(distance, vector, item.Value.Vector!));
        var best = distance == "DOT_PRODUCT" ? scores.Values.OrderDescending() : scores.Values.Order();
        Assert.Equal(best.Take(maxResults), found.Select(static item => item.Score), static (left, right) => Math.Abs(left - right) < 1e-5);
        Assert.All(found, item => Assert.Equal(scores[item.Key], item.Score, 1e-5));
        Assert.Equal(found.Count, found.DistinctBy(static item => item.Key).Count());
    }

    private static double Score(string distance, double[] left, double[] right)
    {
        var dot = left.Zip(right, static (a, b) => a * b).Sum();
        var lengths = Math.Sqrt(left.Sum(static a => a * a)) * Math.Sqrt(right.Sum(static a => a * a));
        return distance switch
        {
            "DOT_PRODUCT" => dot,
            "EUCLIDEAN" => Math.Sqrt(left.Zip(right, static (a, b) => (a - b) * (a - b)).Sum()),
            _ => lengths == 0 ? 1 : 1 - (dot / lengths),
        };
    }

    private static JsonElement Ok(LocalDynamo engine, string operation, string body)
    {
        // An engine in memory answers at once.
        var (status, json) = engine.CallAsync(operation, Encoding.UTF8.GetBytes(body)).GetAwaiter().GetResult();
        Assert.True(status == 200, $"{operation} gave {status}: {json} for {body}");
        return json;
    }
}
