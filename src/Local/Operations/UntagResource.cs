using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>UntagResource. The response has no body, as SDKs expect.</summary>
internal static class UntagResource
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var arn = ResourceNames.Read(context.Body, constraints);
        var keys = context.Body.Texts("TagKeys");
        constraints.NotNull("tagKeys", keys is not null);
        constraints.ThrowIfAny();
        if (keys!.Count == 0)
            throw DynamoError.Validation("Atleast one Tag Key needs to be provided as Input.");

        keys.ForEach(TagReader.CheckKey);
        context.Write(batch =>
        {
            var schema = ResourceNames.Find(batch.Catalog, arn);
            var tags = new Dictionary<string, string>(schema.Tags);
            keys.ForEach(key => tags.Remove(key));
            batch.SetSchema(schema with { Tags = tags });
        });
    }
}
