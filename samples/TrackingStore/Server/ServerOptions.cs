using System.Net;
using Amazon.Runtime;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Server;

/// <summary>What the command line decides.</summary>
internal sealed record ServerOptions
{
    /// <summary>The table's name unless another one is given.</summary>
    public const string StandardTable = "tracking";

    /// <summary>How long requests may take that a stopping server has begun.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The address to listen on.</summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 for any free one.</summary>
    public int Port { get; init; } = 5000;

    /// <summary>The certificate of the server, as a PEM or PKCS #12 file; null for HTTP without TLS.</summary>
    public string? TlsCertificate { get; init; }

    /// <summary>The private key of a PEM certificate, as a PEM file; null if the certificate's file has it.</summary>
    public string? TlsKey { get; init; }

    /// <summary>The file with the password of the certificate's file or of the key's; null if there is none.</summary>
    public string? TlsPasswordFile { get; init; }

    /// <summary>Whether callers have to sign in.</summary>
    public bool SignIn { get; init; }

    /// <summary>The file with the password of the first user, for a store that has none; null if it has one.</summary>
    public string? AdminPasswordFile { get; init; }

    /// <summary>The cost of the hash of a password; tests have many users and little time.</summary>
    public int PasswordIterations { get; init; } = PasswordHash.Iterations;

    /// <summary>What users may do with experiments and models for which they were given nothing.</summary>
    public Permission DefaultPermission { get; init; } = Permission.READ;

    /// <summary>Whether the server refuses to change anything.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>
    /// Names under which clients may address the server, besides those of this machine; <c>*</c> stands for any characters.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Origins of web pages, besides the server's own, that may use the server; <c>*</c> stands for any characters.</summary>
    public IReadOnlyList<string> CorsAllowedOrigins { get; init; } = [];

    /// <summary>The folder of the embedded store; null keeps everything in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>
    /// The place of the artifacts: a folder, as a path or a file: URI, or <c>s3://bucket/prefix</c>; null for a folder below the data
    /// folder, or a temporary one.
    /// </summary>
    public string? ArtifactsDestination { get; init; }

    /// <summary>
    /// Below which URI new experiments have their artifacts; null for this server's own endpoints. Clients use another one, a folder or a
    /// bucket, without this server.
    /// </summary>
    public string? DefaultArtifactRoot { get; init; }

    /// <summary>A server with the API of S3; null for the service.</summary>
    public Uri? S3Endpoint { get; init; }

    /// <summary>The credentials for S3, in tests; null for those that the AWS SDK finds.</summary>
    public AWSCredentials? S3Credentials { get; init; }

    /// <summary>A DynamoDB to use in place of the embedded store.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The time limit of one call of DynamoDB, with all its retries.</summary>
    public TimeSpan StoreTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the server goes on after it was asked to stop, so that a load balancer notices.</summary>
    public TimeSpan DrainTime { get; init; }

    /// <summary>How many days deleted runs are kept; null for ever.</summary>
    public int? DeletedRunsRetentionDays { get; init; }

    /// <summary>
    /// After how many days what was deleted, and what was left behind, is removed once a day; null if nobody looks for it.
    /// </summary>
    public int? CleanUpAfterDays { get; init; }

    /// <summary>
    /// Whether the table's stream keeps a summary of what was logged to each run on the run's item, and searches use it. A search then
    /// finds what was logged a moment later.
    /// </summary>
    public bool KeepsSummaries { get; init; }

    /// <summary>Whether Prometheus can read what the server measures.</summary>
    public bool ExposesMetrics { get; init; }

    /// <summary>Whether searches use the indexes of names, if the table has them complete.</summary>
    public bool UsesNameIndexes { get; init; } = true;

    /// <summary>The clock; tests have one of their own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The name of the table.</summary>
    public string TableName { get; init; } = StandardTable;
}
