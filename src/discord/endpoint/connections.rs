//! The connections that interactions come over: so many at once and no more, and none that keeps its place by saying
//! nothing or little. What comes over them is judged elsewhere.

use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep};

/// How many there may be at once; the next waits until one ends. Half of the files that a process may have open on most
/// systems.
const MOST: usize = 512;
/// How long the head of a request may take to come; Discord waits three seconds for the whole answer.
const HEAD_PATIENCE: Duration = Duration::from_secs(3);
/// How long a connection that has brought what Discord signed may rest. Load balancers keep one for a minute, and must not
/// find it closed when they send the next request.
const REST_PATIENCE: Duration = Duration::from_secs(75);

/// Takes connections as long as there is room for them.
pub struct Connections {
    listener: TcpListener,
    room: Arc<Semaphore>,
}

impl Connections {
    /// Those that come to this listener.
    pub fn new(listener: TcpListener) -> Self {
        Self { listener, room: Arc::new(Semaphore::new(MOST)) }
    }
}

impl Listener for Connections {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        // A semaphore that nobody closes always gives in the end.
        let room = Arc::clone(&self.room).acquire_owned().await.ok();
        let (stream, address) = Listener::accept(&mut self.listener).await;
        (Connection::new(stream, room), address)
    }

    fn local_addr(&self) -> Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// What a connection is waited on for; shared with whoever answers what comes over it.
#[derive(Clone)]
pub struct Progress(Arc<Mutex<Awaited>>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaited {
    /// The rest of a request's head, or the first one.
    Head,
    /// Nothing: a request is being answered.
    Nothing,
    /// The next request, which may be long in coming.
    NextRequest,
}

impl Progress {
    /// A request has come and is being answered.
    pub fn begin(&self) {
        self.set(Awaited::Nothing);
    }

    /// A request of Discord's is answered, and the next may be long in coming.
    pub fn rest(&self) {
        self.set(Awaited::NextRequest);
    }

    fn set(&self, awaited: Awaited) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = awaited;
    }

    fn get(&self) -> Awaited {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connected<IncomingStream<'_, Connections>> for Progress {
    fn connect_info(stream: IncomingStream<'_, Connections>) -> Self {
        stream.io().progress.clone()
    }
}

/// A connection that ends by itself when it is waited on for too long.
pub struct Connection {
    stream: TcpStream,
    progress: Progress,
    /// What `patience` was set for.
    awaited: Awaited,
    patience: Pin<Box<Sleep>>,
    _room: Option<OwnedSemaphorePermit>,
}

impl Connection {
    fn new(stream: TcpStream, room: Option<OwnedSemaphorePermit>) -> Self {
        let progress = Progress(Arc::new(Mutex::new(Awaited::Head)));
        let patience = Box::pin(tokio::time::sleep(HEAD_PATIENCE));
        Self { stream, progress, awaited: Awaited::Head, patience, _room: room }
    }

    fn wait_for(&mut self, awaited: Awaited) {
        if self.awaited == awaited {
            return;
        }
        self.awaited = awaited;
        let patience = if awaited == Awaited::NextRequest { REST_PATIENCE } else { HEAD_PATIENCE };
        self.patience.as_mut().reset(Instant::now() + patience);
    }

    fn poll_patience(&mut self, context: &mut Context<'_>) -> Poll<Result<()>> {
        self.wait_for(self.progress.get());
        if self.awaited == Awaited::Nothing {
            return Poll::Pending;
        }
        ready!(self.patience.as_mut().poll(context));
        Poll::Ready(Err(Error::from(ErrorKind::TimedOut)))
    }
}

impl AsyncRead for Connection {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let Poll::Ready(read) = Pin::new(&mut self.stream).poll_read(context, buffer) else {
            return self.poll_patience(context);
        };
        if self.progress.get() == Awaited::NextRequest {
            self.progress.set(Awaited::Head);
            self.wait_for(Awaited::Head);
        }
        Poll::Ready(read)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[std::io::IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }
}
