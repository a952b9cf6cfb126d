using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>Checks which parameters go together: expressions do not mix with the older parameters.</summary>
internal static class ExpressionParameters
{
    /// <summary>Refuses a request that mixes both kinds, or that has names or values but no expression to use them.</summary>
    public static void Check(Fields fields, string[] expressions, string[] legacy)
    {
        var given = Array.FindAll(expressions, fields.Has);
        if (given.Length > 0)
        {
            // KeyConditions may accompany a FilterExpression.
            var hasKeyExpression = fields.Has("KeyConditionExpression");
            var mixed = Array.FindAll(legacy, name => fields.Has(name) && (name != "KeyConditions" || hasKeyExpression));
            if (mixed.Length > 0)
            {
                throw DynamoError.Validation(
                    "Can not use both expression and non-expression parameters in the same request: "
                    + $"Non-expression parameters: {{{string.Join(", ", mixed)}}} Expression parameters: {{{string.Join(", ", given)}}}");
            }
        }
        else if (fields.Has("ExpressionAttributeNames"))
        {
            throw DynamoError.Validation("ExpressionAttributeNames can only be specified when using expressions");
        }

        if (!fields.Has("ExpressionAttributeValues"))
            return;

        var users = Array.FindAll(expressions, static name => name != "ProjectionExpression");
        if (users.Length > 0 && !Array.Exists(users, fields.Has))
        {
            throw DynamoError.Validation(
                "ExpressionAttributeValues can only be specified when using expressions: "
                + $"{string.Join(" and ", users)} {(users.Length > 1 ? "are" : "is")} null");
        }
    }
}
