using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;

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
        context.Write(batch =>
        {
            var schema = batch.Catalog.NamedTable(name).Schema;
            if (schema.ExpiryAttribute is null && enabled == false)
                throw DynamoError.Validation("TimeToLive is already disabled");
            if (schema.ExpiryAttribute == attribute && enabled == true)
                throw DynamoError.Validation("TimeToLive is already enabled");
            if (schema.ExpiryAttribute is { } current && current != attribute)
                throw DynamoError.Validation($"TimeToLive is active on a different AttributeName: current AttributeName is {current}");
            batch.SetSchema(schema with { ExpiryAttribute = enabled == true ? attribute : null });
        });

        context.Json.WriteStartObject();
        context.Json.WriteStartObject("TimeToLiveSpecification");
        context.Json.WriteString("AttributeName", attribute);
        context.Json.WriteBoolean("Enabled", enabled!.Value);
        context.Json.WriteEndObject();
        context.Json.WriteEndObject();
    }
}
