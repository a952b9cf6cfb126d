using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Expressions.Updates;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Requests.Legacy;

/// <summary>The older <c>AttributeUpdates</c>, read as the update that an expression becomes.</summary>
internal static class LegacyUpdates
{
    /// <summary>Reads the updates; null if the parameter is absent or empty.</summary>
    public static Update? Read(Fields fields)
    {
        if (fields.Map("AttributeUpdates") is not { } map)
            return null;

        var actions = new List<UpdateAction>();
        foreach (var property in map.EnumerateObject())
            actions.Add(ReadAction(AttributeNames.Check(JsonText.NameOf(property)), Fields.StructureOf(property.Value, "AttributeValueUpdate")));
        return actions.Count == 0 ? null : new Update(actions, isLegacy: true);
    }

    private static UpdateAction ReadAction(string attribute, Fields update)
    {
        var path = new DocumentPath([PathElement.Member(attribute)]);
        var name = update.Text("Action") ?? "PUT";
        var constraints = new Constraints();
        constraints.OneOf($"attributeUpdates.{attribute}.member.action", name, "ADD", "PUT", "DELETE");
        constraints.ThrowIfAny();

        if (!update.TryGet("Value", out var given))
        {
            return name == "DELETE"
                ? new UpdateAction(UpdateActionKind.Remove, path, null)
                : throw DynamoError.InvalidParameter("Only DELETE action is allowed when no attribute value is specified");
        }

        var value = ValueReader.Read(given);
        switch (name)
        {
            case "PUT":
                return new UpdateAction(UpdateActionKind.Set, path, new ConstantOperand(value));
            case "DELETE" when value is not SetValue:
                throw DynamoError.InvalidParameter($"DELETE action with value is not supported for the type {value.Kind.Name()}");
            case "DELETE":
                return new UpdateAction(UpdateActionKind.Delete, path, new ConstantOperand(value));
            case "ADD" when value is not (NumberValue or SetValue or ListValue):
                throw DynamoError.InvalidParameter($"ADD action is not supported for the type {value.Kind.Name()}");
            default:
                return new UpdateAction(UpdateActionKind.Add, path, new ConstantOperand(value));
        }
    }
}
