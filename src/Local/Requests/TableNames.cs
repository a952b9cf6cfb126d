namespace DynamoToolkit.Local.Requests;

/// <summary>The names of tables in requests.</summary>
internal static class TableNames
{
    private const string ResourceType = ":table/";

    /// <summary>Reads <c>TableName</c> and checks its form; the operations on items also take a table's resource name.</summary>
    public static string Read(Fields fields, Constraints constraints, string path = "tableName")
    {
        var name = fields.Text("TableName");
        constraints.NotNull(path, name is not null);
        name = FromResource(name);
        constraints.Name(path, name, least: 1);
        return name ?? "";
    }

    /// <summary>The table's name out of a resource name; anything else stays as it is.</summary>
    public static string? FromResource(string? name)
    {
        if (name is null || !name.StartsWith("arn:aws:dynamodb:", StringComparison.Ordinal))
            return name;

        var type = name.IndexOf(ResourceType, StringComparison.Ordinal);
        return type < 0 ? name : name[(type + ResourceType.Length)..].Split('/')[0];
    }
}
