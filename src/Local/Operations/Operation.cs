namespace DynamoToolkit.Local.Operations;

/// <summary>Runs one operation of the API.</summary>
internal delegate void Operation(OperationContext context);
