using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>The constraints of the requests that define tables and indexes.</summary>
internal static class TableConstraints
{
    private const int MaxNonKeyAttributes = 20;
    private const int MaxNameLength = 255;
    private static readonly string[] KeyTypes = ["HASH", "RANGE"];
    private static readonly string[] AttributeTypes = ["B", "N", "S"];
    private static readonly string[] Projections = ["ALL", "INCLUDE", "KEYS_ONLY"];

    /// <summary>The maximum number of key elements of a table or local index.</summary>
    public const int MaxTableKeyElements = 2;

    /// <summary>The maximum number of key elements of a global index: four select a partition, four order it.</summary>
    public const int MaxGlobalKeyElements = 8;

    /// <summary>Reads the table's name, which these requests require before anything else.</summary>
    public static string ReadName(Fields fields, Constraints constraints)
    {
        var name = TableNames.FromResource(fields.Text("TableName"))
            ?? throw DynamoError.Validation("The parameter 'TableName' is required but was not present in the request");
        constraints.Name("tableName", name);
        return name;
    }

    /// <summary>Reads the table's name in a request that has no other constraints.</summary>
    public static string ReadOnlyName(Fields fields)
    {
        var constraints = new Constraints();
        var name = ReadName(fields, constraints);
        constraints.ThrowIfAny();
        return name;
    }

    /// <summary>Checks the declared attributes.</summary>
    public static void CheckAttributes(Fields fields, Constraints constraints, bool required)
    {
        if (required)
            constraints.NotNull("attributeDefinitions", fields.List("AttributeDefinitions") is not null);

        var number = 0;
        foreach (var attribute in fields.Structures("AttributeDefinitions"))
        {
            var path = $"attributeDefinitions.{++number}.member";
            var name = attribute.Text("AttributeName");
            constraints.NotNull($"{path}.attributeName", name is not null);
            constraints.Length($"{path}.attributeName", name, 1, MaxNameLength);
            var type = attribute.Text("AttributeType");
            constraints.NotNull($"{path}.attributeType", type is not null);
            constraints.OneOf($"{path}.attributeType", type, AttributeTypes);
        }
    }

    /// <summary>Checks a key.</summary>
    public static void CheckKeys(Fields fields, Constraints constraints, string path, int maxElements)
    {
        var list = fields.List("KeySchema");
        constraints.NotNull(path, list is not null);
        var elements = fields.Structures("KeySchema");
        constraints.Length(path, list?.GetArrayLength(), $"[{string.Join(", ", elements.Select(Quote))}]", 1, maxElements);
        var number = 0;
        foreach (var element in elements)
        {
            number++;
            constraints.NotNull($"{path}.{number}.member.attributeName", element.Has("AttributeName"));
            constraints.Length($"{path}.{number}.member.attributeName", element.Text("AttributeName"), 1, MaxNameLength);
            constraints.NotNull($"{path}.{number}.member.keyType", element.Has("KeyType"));
            constraints.OneOf($"{path}.{number}.member.keyType", element.Text("KeyType"), KeyTypes);
        }
    }

    /// <summary>Checks provisioned units.</summary>
    public static void CheckThroughput(
        Fields fields, Constraints constraints, string path, string parameter = "ProvisionedThroughput")
    {
        if (fields.Structure(parameter) is not { } throughput)
            return;

        foreach (var name in (string[])["WriteCapacityUnits", "ReadCapacityUnits"])
        {
            var units = throughput.Whole(name);
            constraints.NotNull($"{path}.{Constraints.PathOf(name)}", units is not null);
            constraints.AtLeast($"{path}.{Constraints.PathOf(name)}", units, 1);
        }
    }

    /// <summary>Checks a list of indexes.</summary>
    public static void CheckIndexes(Fields fields, Constraints constraints, string parameter, int maxElements)
    {
        var number = 0;
        foreach (var index in fields.Structures(parameter))
            CheckIndex(index, constraints, $"{Constraints.PathOf(parameter)}.{++number}.member", maxElements);
    }

    /// <summary>Checks an index.</summary>
    public static void CheckIndex(Fields index, Constraints constraints, string path, int maxElements)
    {
        CheckIndexName(index, constraints, path);
        CheckKeys(index, constraints, $"{path}.keySchema", maxElements);
        CheckThroughput(index, constraints, $"{path}.provisionedThroughput");
        CheckProjection(index, constraints, path);
    }

    /// <summary>Checks what an index carries.</summary>
    public static void CheckProjection(Fields index, Constraints constraints, string path)
    {
        constraints.NotNull($"{path}.projection", index.Has("Projection"));
        if (index.Structure("Projection") is not { } projection)
            return;

        constraints.OneOf($"{path}.projection.projectionType", projection.Text("ProjectionType"), Projections);
        var nonKeys = projection.List("NonKeyAttributes")?.GetArrayLength();
        constraints.Length($"{path}.projection.nonKeyAttributes", nonKeys, "[]", 1, MaxNonKeyAttributes);
        CheckNonKeyNames(projection.Texts("NonKeyAttributes") ?? [], constraints, $"{path}.projection.nonKeyAttributes");
    }

    private static void CheckNonKeyNames(List<string> names, Constraints constraints, string path)
    {
        if (names.Exists(static name => name.Length is 0 or > MaxNameLength))
        {
            constraints.Fail(
                $"Value '[{string.Join(", ", names)}]' at '{path}'",
                $"Member must satisfy constraint: [Member must have length less than or equal to {MaxNameLength}, "
                + "Member must have length greater than or equal to 1]");
        }
    }

    /// <summary>Checks the name of an index.</summary>
    public static void CheckIndexName(Fields index, Constraints constraints, string path)
    {
        var name = index.Text("IndexName");
        constraints.NotNull($"{path}.indexName", name is not null);
        constraints.Name($"{path}.indexName", name);
    }

    private static string Quote(Fields element) =>
        $"KeySchemaElement(attributeName={element.Text("AttributeName")}, keyType={element.Text("KeyType")})";
}
