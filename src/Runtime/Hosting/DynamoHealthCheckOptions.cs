namespace DynamoToolkit.Hosting;

/// <summary>What a health check of DynamoDB asks for.</summary>
public sealed class DynamoHealthCheckOptions
{
    /// <summary>The name of the client to check, as given to <c>AddDynamoToolkit</c>; null, the default, for the default client.</summary>
    public string? ClientName { get; set; }

    /// <summary>
    /// The tables to check, by their names in the models. If it is empty, the default, the check asks for the tables that are registered
    /// with <c>AddDynamoTable</c> and <c>EnsureDynamoTables</c>. If these are none either, it asks for the name of any one table, only to
    /// see whether the service answers.
    /// </summary>
    public IList<string> TableNames { get; } = [];

    /// <summary>The time limit of the whole check, with all retries. The default is 5 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    internal DynamoHealthCheckOptions Validated()
    {
        if (Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(Timeout), Timeout, "Timeout must be positive and at most 24 days.");

        foreach (var name in TableNames)
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(TableNames));
        return this;
    }
}
