using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DynamoToolkit.Hosting;

/// <summary>Adds health checks of DynamoDB.</summary>
public static class HealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that asks for the status of the program's tables, with one DescribeTable for each and without reading items. It names
    /// each table that is missing, is not active or does not answer. The check itself does not throw.
    /// </summary>
    /// <remarks>
    /// The program needs the permission <c>dynamodb:DescribeTable</c> for its tables, or <c>dynamodb:ListTables</c> if it declares none.
    /// A table that is being updated, or an index that is being created, is reported as degraded, because the table continues to serve.
    /// </remarks>
    /// <param name="builder">The program's health checks.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="configure">Sets the client, the tables and the time limit.</param>
    /// <param name="failureStatus">The result if a table can't be used; null for unhealthy.</param>
    /// <param name="tags">The check's tags.</param>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is not positive.</exception>
    public static IHealthChecksBuilder AddDynamo(
        this IHealthChecksBuilder builder,
        string name = "dynamo",
        Action<DynamoHealthCheckOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var options = new DynamoHealthCheckOptions();
        configure?.Invoke(options);
        options.Validated();
        return builder.Add(
            new HealthCheckRegistration(name, provider => new DynamoHealthCheck(provider, options), failureStatus, tags));
    }
}
