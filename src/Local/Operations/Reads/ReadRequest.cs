using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Parsing;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Requests.Legacy;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>The common part of queries and scans.</summary>
internal sealed class ReadRequest
{
    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>The index's name; null for the table itself.</summary>
    public required string? IndexName { get; init; }

    /// <summary>The consumed capacity.</summary>
    public required CapacityReport Capacity { get; init; }

    /// <summary>Whether the read must be consistent.</summary>
    public required bool Consistent { get; init; }

    /// <summary>The maximum number of items to examine; null for no limit.</summary>
    public required long? Limit { get; init; }

    /// <summary>What to select, as the request has it.</summary>
    public required string? Select { get; init; }

    /// <summary>The key at which the last page ended; null for the first page.</summary>
    public MapValue? StartKey { get; set; }

    /// <summary>The part of an item to return; null for whole items.</summary>
    public Projection? Projection { get; set; }

    /// <summary>The condition for items to return.</summary>
    public Condition? Filter { get; set; }

    /// <summary>The key condition of a query, if it is an expression.</summary>
    public Condition? KeyCondition { get; private set; }

    /// <summary>Whether to return only the number of items.</summary>
    public bool CountOnly => Select == "COUNT";

    /// <summary>Reads the members without expressions and checks their constraints.</summary>
    public static ReadRequest Read(Fields fields, Constraints constraints, Action<long?> checkLimit)
    {
        var capacity = CapacityReport.Read(fields, constraints);
        var table = TableNames.Read(fields, constraints);
        var index = fields.Text("IndexName");
        constraints.Name("indexName", index);
        var select = fields.Text("Select");
        constraints.OneOf("select", select, Words.Select);
        constraints.OneOf("conditionalOperator", fields.Text("ConditionalOperator"), Words.ConditionalOperator);
        var limit = fields.Whole("Limit");
        checkLimit(limit);
        AttributesToGet.Check(fields, constraints, "attributesToGet");
        constraints.ThrowIfAny();
        return new ReadRequest
        {
            TableName = table,
            IndexName = index,
            Capacity = capacity,
            Consistent = fields.IsSet("ConsistentRead"),
            Limit = limit,
            Select = select,
        };
    }

    /// <summary>Reads the start key and the expressions.</summary>
    public void ReadExpressions(Fields fields, Condition? legacyFilter)
    {
        Projection = AttributesToGet.Read(fields);
        StartKey = ReadStartKey(fields);
        var inputs = ExpressionInputsReader.Read(fields);
        KeyCondition = ConditionParser.Parse("KeyConditionExpression", fields.Text("KeyConditionExpression"), inputs);
        Filter = ConditionParser.Parse("FilterExpression", fields.Text("FilterExpression"), inputs) ?? legacyFilter;
        Projection = ProjectionParser.Parse(fields.Text("ProjectionExpression"), inputs) ?? Projection;
        inputs.ThrowIfUnused();
        CheckSelect(fields.Has("ProjectionExpression") ? "ProjectionExpression" : "AttributesToGet");
    }

    private void CheckSelect(string parameter)
    {
        if (Select == "SPECIFIC_ATTRIBUTES" && Projection is null)
        {
            throw DynamoError.Validation(
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        }

        if (Select is not (null or "SPECIFIC_ATTRIBUTES") && Projection is not null)
        {
            throw DynamoError.Validation(
                $"Cannot specify the {parameter} when choosing to get {(Select == "COUNT" ? "only the Count" : Select)}");
        }

        if (Select == "ALL_PROJECTED_ATTRIBUTES" && IndexName is null)
            throw DynamoError.Validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }

    private static MapValue? ReadStartKey(Fields fields)
    {
        if (fields.Map("ExclusiveStartKey") is not { } map)
            return null;

        try
        {
            return ValueReader.ReadMap(map);
        }
        catch (DynamoError error)
            when (error.Name == "ValidationException" && error.Message.StartsWith("Supplied", StringComparison.Ordinal))
        {
            throw DynamoError.Validation("The provided starting key is invalid: " + error.Message);
        }
    }
}
