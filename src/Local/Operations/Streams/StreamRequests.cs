using System.Text.RegularExpressions;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Operations.Streams;

/// <summary>Reads the names of streams and shards, and finds what they name.</summary>
internal static partial class StreamRequests
{
    private const int MinArnLength = 37;
    private const int MaxArnLength = 1024;
    private const int MinShardIdLength = 28;
    private const int MaxShardIdLength = 65;

    /// <summary>Reads the resource name of a stream.</summary>
    public static string? ReadArn(Fields fields, Constraints constraints, string parameter)
    {
        var arn = fields.Text(parameter);
        constraints.Length(Constraints.PathOf(parameter), arn, MinArnLength, MaxArnLength);
        return arn;
    }

    /// <summary>Reads <c>StreamArn</c>, which the request must have.</summary>
    public static string ReadRequiredArn(Fields fields, Constraints constraints)
    {
        constraints.NotNull("streamArn", fields.Has("StreamArn"));
        return ReadArn(fields, constraints, "StreamArn") ?? "";
    }

    /// <summary>Reads the id of a shard.</summary>
    public static string? ReadShardId(Fields fields, Constraints constraints, string parameter, string path)
    {
        var id = fields.Text(parameter);
        constraints.Length(path, id, MinShardIdLength, MaxShardIdLength);
        return id;
    }

    /// <summary>Reads <c>Limit</c>.</summary>
    public static int ReadLimit(Fields fields, Constraints constraints, int max)
    {
        var limit = fields.Whole("Limit");
        constraints.AtLeast("limit", limit, 1);
        constraints.ThrowIfAny();
        return limit <= max || limit is null
            ? (int)(limit ?? max)
            : throw DynamoError.InvalidParameter($"Limit should be less than or equal to {max}");
    }

    /// <summary>The stream with this resource name.</summary>
    /// <exception cref="DynamoError">The stream does not exist, or no stream can have this name.</exception>
    public static TableStream Find(OperationContext context, string arn) => context.Catalog.Streams.Find(CheckArn(arn), context.Now)
        ?? throw DynamoError.ResourceNotFound($"Requested resource not found: Stream: {arn} not found");

    /// <summary>The name, if a stream can have it.</summary>
    /// <exception cref="DynamoError">No stream can have it.</exception>
    public static string CheckArn(string arn) => StreamArn().IsMatch(arn) ? arn : throw DynamoError.InvalidParameter("Invalid StreamArn");

    /// <summary>The shard of a stream.</summary>
    /// <exception cref="DynamoError">The shard does not exist.</exception>
    public static StreamShard Find(OperationContext context, TableStream stream, string shardId) =>
        stream.Visible(context.Now).FirstOrDefault(shard => shard.Id == shardId)
        ?? throw DynamoError.ResourceNotFound($"Requested resource not found: Shard: {shardId} in Stream: {stream.Arn} not found");

    [GeneratedRegex("^arn:[^:]+:dynamodb:[^:]+:[0-9]{12}:table/[^/]+/stream/[^/]+$")]
    private static partial Regex StreamArn();
}
