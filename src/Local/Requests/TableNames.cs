namespace DynamoToolkit.Local.Requests;

/// <summary>Table names in requests.</summary>
internal static class TableNames
{
    private const string ResourceType = ":table/";

    /// <summary>Reads <c>TableName</c> and checks its form. Operations on items also accept the table's resource name.</summary>
    public static string Read(Fields fields, Constraints constraints, string path = "tableName")
    {
        var name = fields.Text("TableName");
        constraints.NotNull(path, name is not null);
        name = FromResource(name);
        constraints.Name(path, name, minLength: 1);
        return name ?? "";
    }

    /// <summary>The table's name from its resource name. Any other text stays as it is.</summary>
    public static string? FromResource(string? name)
    {
        if (name is null || !IsResource(name))
            return name;

        var type = name.IndexOf(ResourceType, StringComparison.Ordinal);
        return name[(type + ResourceType.Length)..].Split('/')[0];
    }

    /// <summary>Whether the text has the form of a table's resource name.</summary>
    public static bool IsResource(string name) =>
        name.StartsWith("arn:aws:dynamodb:", StringComparison.Ordinal) && name.Contains(ResourceType, StringComparison.Ordinal);
}
