using System.Buffers.Binary;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Requests.Legacy;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>Scan.</summary>
internal static class Scan
{
    private const int MaxSegments = 1_000_000;
    private static readonly string[] Expressions = ["ProjectionExpression", "FilterExpression"];
    private static readonly string[] Legacy = ["AttributesToGet", "ScanFilter", "ConditionalOperator"];

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var segment = fields.Whole("Segment");
        var segments = fields.Whole("TotalSegments");
        constraints.AtLeast("totalSegments", segments, 1);
        constraints.AtMost("totalSegments", segments, MaxSegments);
        constraints.AtLeast("segment", segment, 0);
        var request = ReadRequest.Read(fields, constraints, limit => constraints.AtLeast("limit", limit, 1));
        ExpressionParameters.Check(fields, Expressions, Legacy);
        var filter = LegacyConditions.ReadFilter(fields, "ScanFilter");
        CheckSegments(segment, segments);
        request.ReadExpressions(fields, filter);

        var source = ReadSource.Find(context, request, "Scan operation not supported on this index type");
        var range = Segment(segment ?? 0, segments ?? 1);
        range = Continue(range, request, source, segment, segments);
        KeyPaths.CheckScalars(source.Table.Schema, request.Projection);
        KeyPaths.CheckScalars(source.Table.Schema, request.Filter);
        PageReader.Run(context, request, source, source.Walk(range.From, range.To));
    }

    private static void CheckSegments(long? segment, long? segments)
    {
        if (segment is not null && segments is null)
        {
            throw DynamoError.Validation(
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is present");
        }

        if (segments is not null && segment is null)
        {
            throw DynamoError.Validation(
                "The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
        }

        if (segment >= segments)
        {
            throw DynamoError.Validation(
                "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
                + $"Segment: {segment} is not less than TotalSegments: {segments}");
        }
    }

    // A key begins with the hash of its partition, so a segment is a range of hashes.
    private static KeyRange Segment(long segment, long segments) =>
        new(segment == 0 ? null : Bound(segment, segments), segment + 1 == segments ? null : Bound(segment + 1, segments));

    private static byte[] Bound(long segment, long segments)
    {
        var bound = new byte[KeyBuilder.HashLength];
        BinaryPrimitives.WriteUInt64BigEndian(bound, (ulong)((UInt128.One << 64) * (ulong)segment / (ulong)segments));
        return bound;
    }

    private static KeyRange Continue(KeyRange range, ReadRequest request, ReadSource source, long? segment, long? segments)
    {
        if (request.StartKey is null)
            return range;

        source.CheckStartKey(request.StartKey, source.Index is null
            ? "The provided starting key is invalid: The provided key element does not match the schema"
            : "The provided starting key is invalid");
        var key = source.EntryKey(request.StartKey);
        var outside = (range.From is not null && key.AsSpan().SequenceCompareTo(range.From) < 0)
            || (range.To is not null && key.AsSpan().SequenceCompareTo(range.To) >= 0);
        return outside
            ? throw DynamoError.Validation(
                "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. "
                + $"TotalSegments: {segments} Segment: {segment}")
            : range with { From = KeyEncoder.After(key) };
    }
}
