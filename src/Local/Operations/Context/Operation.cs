namespace DynamoToolkit.Local.Operations.Context;

/// <summary>An operation of the API: answers one request.</summary>
internal delegate void Operation(OperationContext context);
