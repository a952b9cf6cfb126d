using DynamoToolkit.Protocol;
using DynamoToolkit.Transport.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DynamoToolkit.Hosting;

/// <summary>What a health check found about one table.</summary>
/// <param name="Status">The service's word for it, such as <c>ACTIVE</c>.</param>
/// <param name="Health">Whether the table can be used.</param>
/// <param name="Problem">A sentence about what is wrong; null if nothing is.</param>
/// <param name="Exception">The error, if the question failed.</param>
internal sealed record TableHealth(string Status, HealthStatus Health, string? Problem = null, Exception? Exception = null)
{
    /// <summary>Judges a table's description.</summary>
    /// <param name="name">The table's physical name.</param>
    /// <param name="description">The description; null if the table does not exist.</param>
    /// <param name="failure">The result if the table can't be used.</param>
    public static TableHealth Of(string name, TableDescription? description, HealthStatus failure)
    {
        if (description is null)
            return new("MISSING", failure, $"The table '{name}' does not exist.");

        var status = description.Status;
        if (status is "UPDATING")
            return new(status, HealthStatus.Degraded, $"The table '{name}' is UPDATING.");
        if (!description.IsActive)
            return new(status, failure, $"The table '{name}' is {status}.");
        return description.Indexes.FirstOrDefault(static index => !index.IsActive) is { } index
            ? new(status, HealthStatus.Degraded, $"The index '{index.Name}' of the table '{name}' is {index.Status}.")
            : new(status, HealthStatus.Healthy);
    }

    /// <summary>
    /// The question failed. The error's message may quote what monitoring should not show, so the text has only its type.
    /// </summary>
    public static TableHealth Failed(string subject, Exception exception, HealthStatus failure)
    {
        var error = CallScope.ErrorTypeOf(exception);
        return new(error, failure, $"The question for {subject} failed with {error}.", exception);
    }
}
