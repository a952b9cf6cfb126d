using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Requests.Legacy;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>Query.</summary>
internal static class Query
{
    private static readonly string[] Expressions = ["ProjectionExpression", "FilterExpression", "KeyConditionExpression"];
    private static readonly string[] Legacy = ["AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions"];

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var request = ReadRequest.Read(fields, new Constraints(), CheckLimit);
        ExpressionParameters.Check(fields, Expressions, Legacy);
        var filter = LegacyConditions.ReadFilter(fields, "QueryFilter");
        if (!fields.Has("KeyConditions") && !fields.Has("KeyConditionExpression"))
            throw DynamoError.Validation("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");

        request.ReadExpressions(fields, filter);
        var predicates = request.KeyCondition is null
            ? LegacyConditions.ReadKeyConditions(fields)!
            : KeyCondition.From(request.KeyCondition);
        if (predicates.Count == 0)
            throw DynamoError.Validation("Conditions can be of length 1 or 2 only");

        var source = ReadSource.Find(context, request, "Query operation not supported on this index type.");
        var range = KeyRange.Of(source.Keys, predicates);
        var descending = fields.Flag("ScanIndexForward") == false;
        range = Continue(range, request.StartKey, source, predicates, descending);
        KeyPaths.CheckScalars(source.Table.Schema, request.Projection);
        CheckFilter(source.Keys, request.Filter, filter is null ? "Filter Expression" : "QueryFilter");
        KeyPaths.CheckScalars(source.Table.Schema, request.Filter);
        PageReader.Run(
            context,
            request,
            source,
            source.Walk(range.From, range.To, descending),
            KeyRange.PartitionOf(source.Keys, predicates),
            isOnlyPage: source.HoldsOneItemPerPartition);
    }

    private static void CheckLimit(long? limit)
    {
        if (limit < 1)
        {
            throw DynamoError.Validation(
                "1 validation error detected: Value at 'Limit' failed to satisfy constraint: "
                + "Member must have value greater than or equal to 1");
        }
    }

    private static KeyRange Continue(
        KeyRange range, MapValue? startKey, ReadSource source, Dictionary<string, KeyPredicate> predicates, bool descending)
    {
        if (startKey is null)
            return range;

        if (source.HoldsOneItemPerPartition)
            throw DynamoError.Validation($"The provided exclusive start key is invalid: ExclusiveStartKey: {Describe(startKey)}");

        source.CheckStartKey(startKey, "The provided starting key is invalid");
        CheckBoundaries(startKey, source.Keys, predicates);
        var key = source.EntryKey(startKey);
        return descending ? range with { To = key } : range with { From = KeyEncoder.After(key) };
    }

    private static string Describe(MapValue key) => "{" + string.Join(", ", key.Members.Select(static member =>
        $"{member.Key}=AttributeValue: {{{member.Value.Kind.Name()}:{ScalarText.Of(member.Value)}}}")) + "}";

    private static void CheckBoundaries(MapValue startKey, KeySchema keys, Dictionary<string, KeyPredicate> predicates)
    {
        foreach (var element in keys.RangeElements)
        {
            if (predicates.TryGetValue(element.Name, out var predicate) && !predicate.Holds(startKey.Get(element.Name)!))
                throw DynamoError.Validation("The provided starting key does not match the range key predicate");
        }

        foreach (var element in keys.HashElements)
        {
            if (!predicates[element.Name].Holds(startKey.Get(element.Name)!))
                throw DynamoError.Validation("The provided starting key is outside query boundaries based on provided conditions");
        }
    }

    // Of several key attributes, the error names the first one of the key.
    private static void CheckFilter(KeySchema keys, Condition? filter, string parameter)
    {
        if (filter is null)
            return;

        var used = new HashSet<string>();
        filter.VisitOperands(operand =>
        {
            var path = operand is SizeOperand size ? size.Operand : operand;
            if (path is PathOperand { Path: var found })
                used.Add(found.Attribute);
        });
        foreach (var element in keys.Elements)
        {
            if (used.Contains(element.Name))
            {
                throw DynamoError.Validation(
                    $"{parameter} can only contain non-primary key attributes: Primary key attribute: {element.Name}");
            }
        }
    }
}
