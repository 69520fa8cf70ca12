namespace Grpc.Core;

/// <summary>How a call ended (gRPC status codes).</summary>
public enum StatusCode
{
    /// <summary>Well.</summary>
    OK,
    /// <summary>The caller gave it up.</summary>
    Cancelled,
    /// <summary>An error nobody foresaw.</summary>
    Unknown,
    /// <summary>What was sent is wrong in itself.</summary>
    InvalidArgument,
    /// <summary>The deadline passed first.</summary>
    DeadlineExceeded,
    /// <summary>There is no such thing.</summary>
    NotFound,
    /// <summary>It is there already.</summary>
    AlreadyExists,
    /// <summary>The caller may not.</summary>
    PermissionDenied,
    /// <summary>A limit is used up.</summary>
    ResourceExhausted,
    /// <summary>The state of things does not allow it.</summary>
    FailedPrecondition,
    /// <summary>It was decided on a version that is no longer the newest.</summary>
    Aborted,
    /// <summary>Past the end.</summary>
    OutOfRange,
    /// <summary>Nobody serves this method.</summary>
    Unimplemented,
    /// <summary>The protocol was broken.</summary>
    Internal,
    /// <summary>Not now; try again.</summary>
    Unavailable,
    /// <summary>Something is lost.</summary>
    DataLoss,
    /// <summary>The caller did not say who it is.</summary>
    Unauthenticated,
}

/// <summary>How a call ended, and why.</summary>
/// <param name="StatusCode">The code.</param>
/// <param name="Detail">Words for a person; never what a person wrote.</param>
public readonly record struct Status(StatusCode StatusCode, string Detail)
{
    /// <summary>All is well.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>The caller gave up.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");
}

/// <summary>A call that ended in anything but OK.</summary>
public class RpcException : Exception
{
    /// <summary>With what the server sent after its answer.</summary>
    public RpcException(Status status, Metadata trailers) : base($"{status.StatusCode}: {status.Detail}") => (Status, Trailers) = (status, trailers);

    /// <summary>Without trailers.</summary>
    public RpcException(Status status) : this(status, []) { }

    /// <summary>How it ended.</summary>
    public Status Status { get; }

    /// <summary>The code.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>What the server sent last.</summary>
    public Metadata Trailers { get; }
}
