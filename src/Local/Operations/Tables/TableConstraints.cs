using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>The simple constraints of the requests that define tables and indexes.</summary>
internal static class TableConstraints
{
    private static readonly string[] KeyTypes = ["HASH", "RANGE"];
    private static readonly string[] AttributeTypes = ["B", "N", "S"];
    private static readonly string[] Projections = ["ALL", "INCLUDE", "KEYS_ONLY"];

    /// <summary>The most elements of the key of a table or local index.</summary>
    public const int MostTableKeys = 2;

    /// <summary>The most elements of the key of a global index: four to find a partition, four to order it.</summary>
    public const int MostGlobalKeys = 8;

    /// <summary>Reads a table's name, which these requests demand before anything else.</summary>
    public static string ReadName(Fields fields, Constraints constraints)
    {
        var name = fields.Text("TableName") ?? throw DynamoError.Validation("The parameter 'TableName' is required but was not present in the request");
        name = TableNames.FromResource(name)!;
        constraints.Name("tableName", name);
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
            constraints.Length($"{path}.attributeName", name?.Length, name ?? "", 1, 255);
            var type = attribute.Text("AttributeType");
            constraints.NotNull($"{path}.attributeType", type is not null);
            constraints.OneOf($"{path}.attributeType", type, AttributeTypes);
        }
    }

    /// <summary>Checks a key.</summary>
    public static void CheckKeys(Fields fields, Constraints constraints, string path, int most)
    {
        var list = fields.List("KeySchema");
        constraints.NotNull(path, list is not null);
        var elements = fields.Structures("KeySchema");
        var quoted = string.Join(", ", elements.Select(static e => $"KeySchemaElement(attributeName={e.Text("AttributeName")}, keyType={e.Text("KeyType")})"));
        constraints.Length(path, list?.GetArrayLength(), $"[{quoted}]", 1, most);
        var number = 0;
        foreach (var element in elements)
        {
            number++;
            constraints.NotNull($"{path}.{number}.member.attributeName", element.Has("AttributeName"));
            constraints.NotNull($"{path}.{number}.member.keyType", element.Has("KeyType"));
            constraints.OneOf($"{path}.{number}.member.keyType", element.Text("KeyType"), KeyTypes);
        }
    }

    /// <summary>Checks provisioned units.</summary>
    public static void CheckThroughput(Fields fields, Constraints constraints, string path)
    {
        if (fields.Structure("ProvisionedThroughput") is not { } throughput)
            return;

        foreach (var (name, member) in ((string, string)[])[("WriteCapacityUnits", "writeCapacityUnits"), ("ReadCapacityUnits", "readCapacityUnits")])
        {
            var units = throughput.Whole(name);
            constraints.NotNull($"{path}.{member}", units is not null);
            constraints.AtLeast($"{path}.{member}", units, 1);
        }
    }

    /// <summary>Checks an index.</summary>
    public static void CheckIndex(Fields index, Constraints constraints, string path, int mostKeys)
    {
        var name = index.Text("IndexName");
        constraints.NotNull($"{path}.indexName", name is not null);
        constraints.Name($"{path}.indexName", name);
        CheckKeys(index, constraints, $"{path}.keySchema", mostKeys);
        CheckThroughput(index, constraints, $"{path}.provisionedThroughput");
        constraints.NotNull($"{path}.projection", index.Has("Projection"));
        if (index.Structure("Projection") is not { } projection)
            return;

        constraints.OneOf($"{path}.projection.projectionType", projection.Text("ProjectionType"), Projections);
        constraints.Length($"{path}.projection.nonKeyAttributes", projection.List("NonKeyAttributes")?.GetArrayLength(), "[]", 1, 20);
    }
}
