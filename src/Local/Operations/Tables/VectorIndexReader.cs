using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads vector indexes.</summary>
internal static class VectorIndexReader
{
    private const int MaxDimensions = 4096;
    private const int MaxFilters = 18;
    private const int MaxNameLength = 65535;
    private static readonly string[] ElementTypes = ["HASH", "INLINE_FILTER"];

    /// <summary>The maximum number of vector indexes of a table.</summary>
    public const int MaxIndexes = 5;

    /// <summary>Checks the constraints of a list of vector indexes.</summary>
    public static void CheckConstraints(Fields fields, Constraints constraints, string parameter)
    {
        var number = 0;
        foreach (var index in fields.Structures(parameter))
            CheckIndex(index, constraints, $"{Constraints.PathOf(parameter)}.{++number}.member");
    }

    /// <summary>Checks the constraints of a vector index.</summary>
    public static void CheckIndex(Fields index, Constraints constraints, string path)
    {
        TableConstraints.CheckIndexName(index, constraints, path);
        constraints.NotNull($"{path}.vectorAttribute", index.Has("VectorAttribute"));
        if (index.Structure("VectorAttribute") is { } attribute)
            CheckName(attribute, constraints, $"{path}.vectorAttribute.attributeName");
        constraints.NotNull($"{path}.dimensions", index.Has("Dimensions"));
        constraints.AtLeast($"{path}.dimensions", index.Whole("Dimensions"), 1);
        constraints.NotNull($"{path}.distanceFunction", index.Has("DistanceFunction"));
        constraints.OneOf($"{path}.distanceFunction", index.Text("DistanceFunction"), VectorDistances.Names);
        constraints.Length($"{path}.searchSchema", index.List("SearchSchema")?.GetArrayLength(), "[]", 1);
        var number = 0;
        foreach (var element in index.Structures("SearchSchema"))
        {
            var elementPath = $"{path}.searchSchema.{++number}.member";
            CheckName(element, constraints, $"{elementPath}.attributeName");
            constraints.NotNull($"{elementPath}.searchSchemaElementType", element.Has("SearchSchemaElementType"));
            constraints.OneOf($"{elementPath}.searchSchemaElementType", element.Text("SearchSchemaElementType"), ElementTypes);
        }

        TableConstraints.CheckProjection(index, constraints, path);
    }

    /// <summary>Reads the vector indexes of a new table.</summary>
    public static List<VectorIndexSchema> Read(
        Fields fields,
        IReadOnlyList<IndexSchema> others,
        KeySchema tableKeys,
        IReadOnlyList<(string Name, ValueKind Kind)> attributes,
        bool onDemand,
        string parameter = "VectorIndexes")
    {
        if (!fields.Has(parameter))
            return [];

        var list = fields.Structures(parameter);
        if (list.Count == 0)
            throw DynamoError.InvalidParameter($"List of {parameter} is empty");

        var indexes = list.ConvertAll(index => Read(index, tableKeys, attributes));
        var names = others.Select(static index => index.Name).Concat(indexes.Select(static index => index.Name));
        if (names.GroupBy(static name => name).FirstOrDefault(static group => group.Count() > 1) is { } duplicate)
            throw DynamoError.InvalidParameter($"Duplicate index name: {duplicate.Key}");
        if (indexes.Count > MaxIndexes)
            throw DynamoError.InvalidParameter($"VectorIndex count exceeds the per-table limit of {MaxIndexes}");
        Check(indexes, attributes, onDemand);
        return indexes;
    }

    /// <summary>Reads one vector index.</summary>
    /// <param name="index">The index.</param>
    /// <param name="tableKeys">The key of the table.</param>
    /// <param name="attributes">The attributes that the request declares.</param>
    public static VectorIndexSchema Read(Fields index, KeySchema tableKeys, IReadOnlyList<(string Name, ValueKind Kind)> attributes)
    {
        var dimensions = index.Whole("Dimensions")!.Value;
        if (dimensions > MaxDimensions)
            throw DynamoError.InvalidParameter($"Number of dimensions must be between 1 and {MaxDimensions} inclusive.");

        return new VectorIndexSchema
        {
            Name = index.Text("IndexName")!,
            VectorAttribute = index.Structure("VectorAttribute")!.Value.Text("AttributeName")!,
            Dimensions = (int)dimensions,
            Distance = VectorDistances.Parse(index.Text("DistanceFunction")!),
            SearchSchema = ReadSearchSchema(index, attributes),
            Carried = IndexReader.ReadProjection(index),
            TableKeys = tableKeys,
        };
    }

    /// <summary>Checks what concerns all vector indexes of a table.</summary>
    public static void Check(
        IReadOnlyList<VectorIndexSchema> indexes, IReadOnlyList<(string Name, ValueKind Kind)> attributes, bool onDemand)
    {
        if (indexes.Count > 0 && !onDemand)
            throw DynamoError.InvalidParameter("Vector indexes are only supported for PAY_PER_REQUEST tables");

        foreach (var index in indexes)
        {
            var name = index.VectorAttribute;
            if (attributes.Any(attribute => attribute.Name == name))
            {
                throw DynamoError.InvalidParameter(
                    $"Conflicting attribute definition for '{name}'. "
                    + "An attribute cannot be defined in AttributeDefinitions when used as a VectorAttribute.");
            }

            if (indexes.Any(other => other.VectorAttribute == name && other.Dimensions != index.Dimensions))
            {
                throw DynamoError.InvalidParameter(
                    $"Conflicting attribute definition for '{name}'. "
                    + "All VectorIndexes on the same vector attribute must use the same dimensions.");
            }
        }
    }

    private static List<SearchElement> ReadSearchSchema(Fields index, IReadOnlyList<(string Name, ValueKind Kind)> attributes)
    {
        var elements = new List<SearchElement>();
        foreach (var element in index.Structures("SearchSchema"))
        {
            var name = element.Text("AttributeName")!;
            if (!attributes.Any(attribute => attribute.Name == name))
                throw DynamoError.InvalidParameter("One element in SearchSchema is not defined in attribute definitions");
            if (elements.Exists(known => known.Name == name))
                throw DynamoError.InvalidParameter($"The SearchSchema contains multiple elements with the same attribute name: {name}");

            var kind = attributes.First(attribute => attribute.Name == name).Kind;
            elements.Add(new SearchElement(name, kind, element.Text("SearchSchemaElementType") == "HASH"));
        }

        if (elements.Count(static element => element.IsHash) > 1)
            throw DynamoError.InvalidParameter("The SearchSchema exceeds the maximum allowed number of HASH elements: 1");
        return elements.Count(static element => !element.IsHash) <= MaxFilters
            ? elements
            : throw DynamoError.InvalidParameter(
                $"The SearchSchema exceeds the maximum allowed number of INLINE_FILTER elements: {MaxFilters}");
    }

    private static void CheckName(Fields fields, Constraints constraints, string path)
    {
        var name = fields.Text("AttributeName");
        constraints.NotNull(path, name is not null);
        constraints.Length(path, name, 1, MaxNameLength);
    }
}
