using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>
/// Compares queries of indexes without regard to the order of entries with equal keys, which the service leaves open
/// (Amazon DynamoDB Developer Guide: "Using Global Secondary Indexes in DynamoDB").
/// </summary>
internal static class IndexQuery
{
    /// <summary>Whether both have the same entries: those of each key in any order.</summary>
    public static async Task<bool> IsSameAsync(Request request, IEndpoint engine, IEndpoint reference)
    {
        var table = Array.Find(TableShape.All, table => table.Name == (string?)request.Body["TableName"]);
        var index = table is null ? null : Array.Find(table.Indexes, index => index.Name == (string?)request.Body["IndexName"]);
        return request.Operation == "Query" && index is not null
            && await TextAsync(engine, request, index) is { } ours && ours == await TextAsync(reference, request, index);
    }

    // All pages, in the order of the sort key, or, if a projection may leave that out, sorted as a whole.
    private static async Task<string?> TextAsync(IEndpoint endpoint, Request request, IndexShape index)
    {
        var body = request.Body.DeepClone().AsObject();
        body.Remove("ExclusiveStartKey");
        body.Remove("Limit");
        var items = new List<JsonNode>();
        while (true)
        {
            var answer = await endpoint.CallAsync(new Request("Query", body));
            if (!answer.IsOk)
                return null;

            items.AddRange(answer.Body["Items"]?.AsArray().Select(static item => item!.DeepClone()) ?? []);
            if (answer.Body["LastEvaluatedKey"] is not { } key)
                break;

            body["ExclusiveStartKey"] = key.DeepClone();
        }

        var isProjected = body.ContainsKey("ProjectionExpression") || body.ContainsKey("AttributesToGet");
        var groups = Groups(items, isProjected ? null : index.Keys[^1]);
        return string.Join('\n', groups.SelectMany(static group => group.Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<List<string>> Groups(List<JsonNode> items, string? sortKey)
    {
        var group = new List<string>();
        string? last = null;
        foreach (var item in items)
        {
            var key = sortKey is null ? "" : Canonical.Text(item[sortKey], isInItem: true);
            if (last is not null && key != last)
            {
                yield return group;
                group = [];
            }

            last = key;
            group.Add(Canonical.Text(item, isInItem: true));
        }

        yield return group;
    }
}
