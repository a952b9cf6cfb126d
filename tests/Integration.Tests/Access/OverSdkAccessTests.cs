using DynamoToolkit.Integration.Tests.Support;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Every access with generated types, against the engine over HTTP, through the AWS SDK's pipeline.</summary>
public sealed class OverSdkAccessTests(OverSdk fixture) : AccessTests(fixture.Database), IClassFixture<OverSdk>;
