using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>UpdateTimeToLive.</summary>
internal static class UpdateTimeToLive
{
    /// <summary>Runs it.</summary>
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
            constraints.Length("timeToLiveSpecification.attributeName", attribute?.Length, attribute ?? "", 1, 255);
            constraints.NotNull("timeToLiveSpecification.enabled", enabled is not null);
        }

        constraints.ThrowIfAny();
        context.Write(batch =>
        {
            var schema = (batch.Catalog.Tables.GetValueOrDefault(name) ?? throw DynamoError.TableNotFound(name)).Schema;
            if (enabled == true && schema.ExpiryAttribute is not null)
                throw DynamoError.Validation(schema.ExpiryAttribute == attribute
                    ? "TimeToLive is already enabled"
                    : $"TimeToLive is active on a different AttributeName: current AttributeName is {schema.ExpiryAttribute}");
            if (enabled == false && schema.ExpiryAttribute is null)
                throw DynamoError.Validation("TimeToLive is already disabled");
            if (enabled == false && schema.ExpiryAttribute != attribute)
                throw DynamoError.Validation($"TimeToLive is active on a different AttributeName: current AttributeName is {schema.ExpiryAttribute}");
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
