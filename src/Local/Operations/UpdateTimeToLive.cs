using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Operations;

/// <summary>UpdateTimeToLive.</summary>
internal static class UpdateTimeToLive
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var name = TableNames.Read(context.Body, constraints);
        var specification = context.Body.Structure("TimeToLiveSpecification");
        constraints.NotNull("timeToLiveSpecification", specification is not null);
        var attribute = specification?.Text("AttributeName");
        var enabled = specification?.Flag("Enabled");
        if (specification is not null)
        {
            constraints.NotNull("timeToLiveSpecification.attributeName", attribute is not null);
            constraints.Length("timeToLiveSpecification.attributeName", attribute, 1, 255);
            constraints.NotNull("timeToLiveSpecification.enabled", enabled is not null);
        }

        constraints.ThrowIfAny();
        using var build = context.BuildIndexes(name, schema => Change(schema, attribute!, enabled!.Value));
        context.Write(batch => batch.SetSchema(Change(batch.Catalog.NamedTable(name).Schema, attribute!, enabled!.Value), build));

        context.Json.WriteStartObject();
        context.Json.WriteStartObject("TimeToLiveSpecification");
        context.Json.WriteString("AttributeName", attribute);
        context.Json.WriteBoolean("Enabled", enabled!.Value);
        context.Json.WriteEndObject();
        context.Json.WriteEndObject();
    }

    private static TableSchema Change(TableSchema schema, string attribute, bool enabled)
    {
        if (schema.ExpiryAttribute is null && !enabled)
            throw DynamoError.Validation("TimeToLive is already disabled");
        if (schema.ExpiryAttribute == attribute && enabled)
            throw DynamoError.Validation("TimeToLive is already enabled");
        if (schema.ExpiryAttribute is { } current && current != attribute)
            throw DynamoError.Validation($"TimeToLive is active on a different AttributeName: current AttributeName is {current}");
        return schema with { ExpiryAttribute = enabled ? attribute : null };
    }
}
