namespace DynamoToolkit.Hosting;

/// <summary>A table that the program declares: health checks ask for it.</summary>
/// <param name="ClientName">The name of the client whose table it is; null for the default client.</param>
/// <param name="TableName">The table's name in the model.</param>
/// <param name="Definition">The table to create at start; null if the program does not create it.</param>
internal sealed record TableRegistration(string? ClientName, string TableName, TableDefinition? Definition = null);
