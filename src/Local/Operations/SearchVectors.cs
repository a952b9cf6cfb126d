using System.Text.Json;
using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Parsing;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>SearchVectors. It compares all vectors of the index, where the service may miss some.</summary>
internal static class SearchVectors
{
    private const int MaxResults = 100;
    private const int MinNameLength = 3;
    private const int MaxNameLength = 255;
    private const long MaxResponseBytes = 16 * 1024 * 1024;
    private static readonly string[] Expressions = ["ProjectionExpression", "SearchConditionExpression"];

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(fields, constraints);
        var tableName = TableNames.Read(fields, constraints);
        var maxResults = ReadConstrained(fields, constraints);
        if (maxResults > MaxResults)
        {
            throw DynamoError.Validation(
                $"Provided TopK value '{maxResults}' is out of valid range. The value must be between 1 and {MaxResults} inclusive");
        }

        ExpressionParameters.Check(fields, Expressions, []);
        var vector = ReadVector(fields);
        var inputs = ExpressionInputsReader.Read(fields);
        var condition = SearchCondition.From(
            ConditionParser.Parse("SearchConditionExpression", fields.Text("SearchConditionExpression"), inputs));
        var projection = ProjectionParser.Parse(fields.Text("ProjectionExpression"), inputs);
        inputs.ThrowIfUnused();

        var table = context.Table(tableName);
        var indexName = fields.Text("IndexName")!;
        var index = table.FindVectorIndex(indexName)
            ?? throw DynamoError.Validation($"The table does not have the specified index: {indexName}");
        CheckDimensions(vector, index);
        var wanted = condition.For(index);
        var search = new VectorSearch(index, vector, (int)maxResults);
        var found = wanted is null ? [] : search.Run(table, wanted);
        var results = found.Select(item => (Item: Result(item.Block, index, projection), item.Score)).ToList();
        var bytes = results.Sum(static result => (long)result.Item.ItemSize);
        if (bytes > MaxResponseBytes)
        {
            throw DynamoError.Validation(
                "The response exceeds the maximum size of 16 MB. Lower TopK, or ask for fewer attributes with a ProjectionExpression");
        }

        var compared = search.Compared * index.Dimensions * VectorIndexSchema.DimensionBytes;
        Write(context.Json, results, capacity.IsWanted ? Math.Max(VectorWrites.MinBytes, compared + bytes) : null);
    }

    private static long ReadConstrained(Fields fields, Constraints constraints)
    {
        // The service words the lengths of these two without the value, and with the name of the member as it is.
        var name = fields.Text("IndexName");
        constraints.NotNull("indexName", name is not null);
        if (name?.Length < MinNameLength)
            constraints.Fail("Value at 'IndexName'", $"Member must have length greater than or equal to {MinNameLength}");
        if (name?.Length > MaxNameLength)
            constraints.Fail("Value at 'IndexName'", $"Member must have length less than or equal to {MaxNameLength}");

        var vector = fields.List("SearchVector");
        constraints.NotNull("searchVector", vector is not null);
        if (vector?.GetArrayLength() == 0)
            constraints.Fail("Value at 'SearchVector'", "Member must have length greater than or equal to 1");

        if (fields.TryGet("TopK", out var given) && given.ValueKind == JsonValueKind.Number && !given.TryGetInt32(out _))
            throw JsonTypeErrors.Unconvertible(given, "Integer");
        var maxResults = fields.Whole("TopK");
        constraints.NotNull("topK", maxResults is not null);
        constraints.AtLeast("topK", maxResults, 1);
        constraints.ThrowIfAny();
        return maxResults!.Value;
    }

    private static float[] ReadVector(Fields fields)
    {
        var elements = fields.List("SearchVector")!.Value;
        var vector = new float[elements.GetArrayLength()];
        var i = 0;
        foreach (var element in elements.EnumerateArray())
        {
            if (!Vectors.TryRead(ValueReader.Read(element), out vector[i++]))
            {
                throw DynamoError.Validation(
                    "Search vector contains invalid values. "
                    + "All values in the search vector must be a 32-bit floating-point number attribute");
            }
        }

        return vector;
    }

    private static void CheckDimensions(float[] vector, VectorIndexSchema index)
    {
        if (vector.Length != index.Dimensions)
        {
            throw DynamoError.Validation(
                $"Input search vector dimension {vector.Length} does not match vector index dimension {index.Dimensions}");
        }
    }

    // Without a projection, all that the index carries except the vector.
    private static MapValue Result(byte[] block, VectorIndexSchema index, Projection? projection)
    {
        var item = ItemBlock.Read(block);
        var entry = index.Project(item, index.VectorOf(item));
        return projection is not null
            ? projection.Apply(entry)
            : entry.Only(entry.Members.Keys.Where(name => name != index.VectorAttribute));
    }

    private static void Write(Utf8JsonWriter json, List<(MapValue Item, double Score)> results, long? searchedBytes)
    {
        json.WriteStartObject();
        json.WriteStartArray("SearchResults");
        foreach (var (item, score) in results)
        {
            json.WriteStartObject();
            ValueWriter.WriteMap(json, "Item", item);

            // As precise as the vectors.
            json.WriteNumber("Score", (double)(float)score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (searchedBytes is not null)
        {
            json.WriteStartObject("ConsumedCapacity");
            json.WriteNumber("VectorSearchRequestBytes", searchedBytes.Value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
