using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Streams;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>ListStreams, in the order of the resource names.</summary>
internal static class ListStreams
{
    private const int MaxStreams = 100;

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var table = TableNames.FromResource(context.Body.Text("TableName"));
        constraints.Name("tableName", table);
        var start = StreamRequests.ReadArn(context.Body, constraints, "ExclusiveStartStreamArn");
        var limit = StreamRequests.ReadLimit(context.Body, constraints, MaxStreams);
        if (start is not null)
            StreamRequests.CheckArn(start);

        var streams = context.Catalog.Streams.Visible(context.Now)
            .Where(stream => table is null || stream.TableName == table)
            .Where(stream => start is null || string.CompareOrdinal(stream.Arn, start) > 0)
            .OrderBy(static stream => stream.Arn, StringComparer.Ordinal)
            .ToList();
        var page = streams.Take(limit).ToList();

        context.Json.WriteStartObject();
        context.Json.WriteStartArray("Streams");
        foreach (var stream in page)
        {
            context.Json.WriteStartObject();
            context.Json.WriteString("StreamArn", stream.Arn);
            context.Json.WriteString("StreamLabel", stream.Label);
            context.Json.WriteString("TableName", stream.TableName);
            context.Json.WriteEndObject();
        }

        context.Json.WriteEndArray();
        if (page.Count < streams.Count)
            context.Json.WriteString("LastEvaluatedStreamArn", page[^1].Arn);
        context.Json.WriteEndObject();
    }
}
