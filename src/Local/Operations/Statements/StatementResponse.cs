using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Statements;

/// <summary>The response to one statement of a batch: an item, nothing, or an error.</summary>
internal sealed record StatementResponse(string Table, MapValue? Item, DynamoError? Error)
{
    private const string Suffix = "Exception";

    /// <summary>The response of a statement. Its errors become a part of the response.</summary>
    public static StatementResponse Of(string table, Func<MapValue?> execute)
    {
        try
        {
            return new StatementResponse(table, execute(), null);
        }
        catch (DynamoError error) when (error.Status < 500)
        {
            return new StatementResponse(table, null, error);
        }
    }

    /// <summary>Writes the response.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Error is not null)
        {
            json.WriteStartObject("Error");
            json.WriteString("Code", Code(Error.Name));
            if (Error is ConditionFailedError { Item: { } current })
                ValueWriter.WriteMap(json, "Item", current);
            json.WriteString("Message", Error.Message);
            json.WriteEndObject();
        }

        if (Item is not null)
            ValueWriter.WriteMap(json, "Item", Item);
        json.WriteString("TableName", Table);
        json.WriteEndObject();
    }

    // The codes are the names of the errors without their ending, except one.
    private static string Code(string name) => name == "ValidationException" ? "ValidationError"
        : name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length]
        : name;
}
