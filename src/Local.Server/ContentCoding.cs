namespace DynamoToolkit.Local.Server;

/// <summary>How a body is compressed.</summary>
internal enum ContentCoding
{
    /// <summary>RFC 1952.</summary>
    Gzip,

    /// <summary>The format of zlib, RFC 1950.</summary>
    Deflate,
}
